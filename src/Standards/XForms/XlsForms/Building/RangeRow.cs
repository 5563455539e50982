using System.Globalization;

namespace Vaka.XForms.XlsForms;

/// <summary>The row of type <c>range</c>: a number on a scale.</summary>
internal static class RangeRow
{
    public static Question Read(SurveyRow row, IReadOnlyDictionary<string, ChoiceList> lists)
    {
        ParameterText.Allow(row, "end", "placeholder", "start", "step", "tick_interval", "tick_labelset");
        var noTicks = row.Appearance?.Contains("no-ticks", StringComparison.Ordinal) == true;
        if (row.Appearance is { } appearance && !noTicks && !appearance.Contains("vertical", StringComparison.Ordinal)
            && row.Parameters.Keys.Any(k => k is "tick_interval" or "placeholder" or "tick_labelset"))
            throw row.Refuse("Ticks and placeholders go only with the appearances 'vertical' and 'no-ticks' or with none. Change the appearance or the parameters.", "parameters");

        var texts = new Dictionary<string, string>(row.Parameters, StringComparer.Ordinal);
        texts.TryAdd("start", "1");
        texts.TryAdd("end", "10");
        texts.TryAdd("step", "1");
        var numbers = texts.Where(t => t.Key != "tick_labelset").ToDictionary(t => t.Key, t => Number(row, t.Key, t.Value));
        var scale = new Scale(numbers["start"], numbers["end"], numbers["step"], numbers.TryGetValue("tick_interval", out var interval) ? interval : null);
        scale.Check(row, "step", scale.Step);
        if (scale.Interval is { } ticks)
        {
            scale.Check(row, "tick_interval", ticks);
            if (ticks % scale.Step != 0) throw Not(row, "tick_interval", "a multiple of 'step'");
        }
        if (numbers.TryGetValue("placeholder", out var placeholder))
        {
            if ((placeholder - scale.Start) % scale.Step != 0) throw Not(row, "placeholder", "'start' plus a multiple of 'step'");
            if (!scale.Holds(placeholder)) throw Not(row, "placeholder", "between 'start' and 'end'");
        }
        var labels = texts.GetValueOrDefault("tick_labelset");
        if (labels is not null) CheckLabels(row, scale, lists.GetValueOrDefault(labels), noTicks);
        if (numbers.Values.Any(n => n != decimal.Truncate(n))) row.Bind["type"] = "decimal";
        foreach (var (key, value) in texts.Where(t => t.Key != "tick_labelset"))
            row.Control[key switch { "tick_interval" => "odk:tick-interval", "placeholder" => "odk:placeholder", _ => key }] = value;
        return row.Question(QuestionType.Named("range")!, labels);
    }

    private static void CheckLabels(SurveyRow row, Scale scale, ChoiceList? list, bool noTicks)
    {
        if (list is null) throw Not(row, "tick_labelset", "a list of the choices sheet");
        var values = new HashSet<decimal>();
        foreach (var choice in list.Choices)
        {
            if (!decimal.TryParse(choice.Name, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) throw Not(row, "tick_labelset", "a list whose names are all numbers");
            if (!scale.Holds(value)) throw Not(row, "tick_labelset", "a list whose names lie between 'start' and 'end'");
            if ((value - scale.Start) % (scale.Interval ?? scale.Step) != 0 || (value - scale.Start) % scale.Step != 0)
                throw Not(row, "tick_labelset", $"a list whose names are 'start' plus a multiple of '{(scale.Interval is null ? "step" : "tick_interval")}'");
            values.Add(value);
        }
        if (noTicks && !values.SetEquals([scale.Start, scale.End])) throw Not(row, "tick_labelset", "a list of 'start' and 'end' alone where the appearance is 'no-ticks'");
    }

    private static FormRefusedException Not(SurveyRow row, string name, string what) => row.Refuse($"The parameter '{name}' must be {what}.", "parameters");

    private static decimal Number(SurveyRow row, string name, string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Not(row, name, "a number");

    private sealed record Scale(decimal Start, decimal End, decimal Step, decimal? Interval)
    {
        public bool Holds(decimal value) => value >= Math.Min(Start, End) && value <= Math.Max(Start, End);

        public void Check(SurveyRow row, string name, decimal value)
        {
            if (value == 0) throw Not(row, name, "other than zero");
            if (value > Math.Abs(End - Start)) throw Not(row, name, "no larger than the way from 'start' to 'end'");
        }
    }
}
