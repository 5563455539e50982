using System.Globalization;

namespace Vaka.XForms.XlsForms;

/// <summary>The row of type <c>audit</c>: a log of how the form was filled in.</summary>
internal static class AuditRow
{
    private const string Priority = "location-priority", Interval = "location-min-interval", Age = "location-max-age";

    public static Question Read(SurveyRow row)
    {
        if (row.Name is not (null or "audit")) throw row.Refuse("An audit is always named 'audit'. Leave its name empty.", "name");
        row.Name = "audit";
        ParameterText.Allow(row, "identify-user", Age, Interval, Priority, "track-changes", "track-changes-reasons");
        ParameterText.MustBeOneOf(row, "track-changes", "true", "false");
        ParameterText.MustBeOneOf(row, "track-changes-reasons", "on-form-edit");
        ParameterText.MustBeOneOf(row, "identify-user", "true", "false");
        CheckLocation(row);
        foreach (var (key, value) in row.Parameters) row.Bind[$"odk:{key}"] = value;
        return row.Question(QuestionType.Named("audit")!);
    }

    private static void CheckLocation(SurveyRow row)
    {
        string[] keys = [Priority, Interval, Age];
        var given = keys.Count(row.Parameters.ContainsKey);
        if (given == 0) return;
        if (given < 3) throw row.Refuse($"To log places, give all three parameters: {string.Join(", ", keys)}.", "parameters");
        ParameterText.MustBeOneOf(row, Priority, "no-power", "low-power", "balanced", "high-accuracy");
        foreach (var key in keys[1..])
        {
            ParameterText.MustBeWhole(row, key);
            if (Number(row, key) < 0) throw row.Refuse($"The parameter '{key}' must not be below zero.", "parameters");
        }
        if (Number(row, Age) < Number(row, Interval)) throw row.Refuse($"The parameter '{Age}' must be at least as large as '{Interval}'.", "parameters");
    }

    private static long Number(SurveyRow row, string key) => long.Parse(row.Parameters[key], CultureInfo.InvariantCulture);
}
