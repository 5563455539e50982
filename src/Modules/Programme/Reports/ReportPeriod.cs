using System.Globalization;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ui;
using Vaka.Programme.Projects;

namespace Vaka.Programme.Reports;

/// <summary>Whole years or months, from the first day of one to the last day of another.</summary>
internal sealed record ReportPeriod(PartialDate From, PartialDate To)
{
    public DateOnly First => From.First;

    public DateOnly Last => To.Last;

    /// <summary><c>2024</c>, or <c>2024-03 – 2025</c> as a reader writes it.</summary>
    public string Shown => From == To ? Formats.Date(From) : $"{Formats.Date(From)} – {Formats.Date(To)}";

    /// <summary>The period lies wholly in this one.</summary>
    public bool Contains(PartialDate period) => period.First >= First && period.Last <= Last;

    /// <summary>The two have a day in common.</summary>
    public bool Touches(PartialDate period) => period.First <= Last && period.Last >= First;

    /// <summary>Reads what an address asks for; blank means from the project's first year to this one, or its last when that is over.</summary>
    /// <returns>The period, or a words key of what is wrong.</returns>
    public static (ReportPeriod? Period, string? Problem) Read(string? from, string? to, Project project, DateOnly today)
    {
        var end = project.End is { } e && e.Last < today ? e.Year : today.Year;
        var start = Math.Min(project.Start?.Year ?? end, end);
        if (Part(from, start) is not { } first || Part(to, end) is not { } last) return (null, "report.bad-period");
        return first.First > last.Last ? (null, "report.backwards") : (new(first, last), null);
    }

    // A year or a month: a report of days says more than its numbers can.
    private static PartialDate? Part(string? text, int year) =>
        string.IsNullOrWhiteSpace(text) ? new PartialDate(year)
        : text.Trim().Length <= 7 && PartialDate.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date : null;
}
