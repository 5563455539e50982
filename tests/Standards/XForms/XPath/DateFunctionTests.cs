using System.Globalization;
using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

public sealed class DateFunctionTests
{
    [Theory]
    [InlineData("today()", "2024-03-06")]
    [InlineData("now()", "2024-03-06T07:30:15.250+11:00")]
    [InlineData("date('2024-3-5')", "2024-03-05")]
    [InlineData("date('2024-03-05T00:00:00.000+11:00')", "2024-03-05")]
    [InlineData("date-time('2024-03-05T10:00:00Z')", "2024-03-05T21:00:00.000+11:00")]
    [InlineData("date(0)", "1970-01-01T11:00:00.000+11:00")]
    [InlineData("date(visited + 30)", "2024-04-04")]
    [InlineData("date('19787.5')", "2024-03-05T23:00:00.000+11:00")]
    [InlineData("date('')", "")]
    [InlineData("date('2023-02-29')", "Invalid Date")]
    [InlineData("date('2024-13-01')", "Invalid Date")]
    [InlineData("date('2024-01-01T25:00:00')", "Invalid Date")]
    [InlineData("date(1e12)", "Invalid Date")]
    [InlineData("string(now() = now())", "true")]
    [InlineData("string(today() > visited)", "true")]
    [InlineData("format-date(visited, '%Y/%n/%e %y-%m-%d %b %a %%')", "2024/3/5 24-03-05 Mar Tue %")]
    [InlineData("format-date-time(now(), '%H:%M:%S.%3 (%h)')", "07:30:15.250 (7)")]
    [InlineData("format-date('nonsense', '%Y')", "")]
    [InlineData("format-date(nothing, '%Y')", "")]
    public void Dates_are_told_in_the_zone_of_the_caller(string expression, string wanted) => Assert.Equal(wanted, Given.Text(expression));

    [Theory]
    [InlineData("number('1970-01-02')", 13 / 24.0)]
    [InlineData("visited - '2024-03-01'", 4)]
    [InlineData("decimal-date-time('1970-01-03T12:00:00Z')", 2.5)]
    [InlineData("decimal-date-time(1.5)", 1.5)]
    [InlineData("decimal-date-time('nonsense')", double.NaN)]
    [InlineData("decimal-date-time(true())", double.NaN)]
    [InlineData("decimal-time('18:00:00.000+11:00')", 0.75)]
    [InlineData("decimal-time('18:00')", 0.75)]
    [InlineData("decimal-time('19:00:00Z')", 0.25)]
    [InlineData("decimal-time('24:30:00')", double.NaN)]
    [InlineData("decimal-time('noon')", double.NaN)]
    public void Dates_are_days_since_1970_in_calculations(string expression, double wanted) => Assert.Equal(wanted, Given.Number(expression), 1e-12);

    [Theory]
    [InlineData("format-date(today(), '%')")]
    [InlineData("format-date(today(), '%Q')")]
    [InlineData("format-date(today())")]
    [InlineData("now(1)")]
    public void Formats_that_mean_nothing_are_refused(string expression) => Assert.Equal(0, Given.Refusal(expression).Position);

    [Fact]
    public void Summer_time_changes_the_offset()
    {
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 4, 1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 1));
        var zone = TimeZoneInfo.CreateCustomTimeZone("Summer", TimeSpan.FromHours(2), "Summer", "Summer", "Summer time", [summer]);
        var context = new EvaluationContext(Given.Context().Node, zone, TimeProvider.System);
        Assert.Equal("2024-07-01T12:00:00.000+03:00", XPathExpression.Parse("date-time('2024-07-01T09:00:00Z')").EvaluateText(context));
        Assert.Equal("2024-01-01T11:00:00.000+02:00", XPathExpression.Parse("date-time('2024-01-01T09:00:00Z')").EvaluateText(context));
        Assert.Equal(182 - (1 / 24.0), XPathExpression.Parse("'2024-07-01' - '2024-01-01'").EvaluateNumber(context), 1e-9);
    }

    [Fact]
    public void Months_are_named_in_the_language_of_the_caller()
    {
        var french = new EvaluationContext(Given.Context().Node, Given.Zone, TimeProvider.System) { Culture = CultureInfo.GetCultureInfo("fr") };
        var wanted = new DateTime(2024, 2, 1).ToString("MMM", french.Culture);
        Assert.Equal(wanted, XPathExpression.Parse("format-date('2024-02-01', '%b')").EvaluateText(french));
    }
}
