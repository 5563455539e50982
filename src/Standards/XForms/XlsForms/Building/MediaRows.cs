namespace Vaka.XForms.XlsForms;

/// <summary>Rows that ask for text, pictures and sound, and what their parameters mean.</summary>
internal static class MediaRows
{
    private const string Images = "jr://images/";

    public static void Text(SurveyRow row)
    {
        ParameterText.Allow(row, "rows");
        ParameterText.MustBeWhole(row, "rows");
        if (row.Parameters.TryGetValue("rows", out var rows)) row.Control["rows"] = rows;
    }

    public static void Photo(SurveyRow row, Problems problems)
    {
        if (row.Default is { } file && !file.Contains(Images, StringComparison.Ordinal)) row.Default = Images + file;
        ParameterText.Allow(row, "app", "max-pixels");
        ParameterText.MustBeWhole(row, "max-pixels");
        if (row.Parameters.TryGetValue("max-pixels", out var pixels)) row.Bind["orx:max-pixels"] = pixels;
        else problems.Warn("Give the parameter max-pixels, so that pictures are sent fast and take less room.", SurveyRow.Sheet, row.Number, "parameters");
        if (!row.Parameters.TryGetValue("app", out var app) || row.Appearance is not (null or "annotate")) return;
        if (WrongWithPackage(app) is { } wrong) throw row.Refuse($"The parameter 'app' is no name of an Android package: {wrong}.", "parameters");
        row.Control["intent"] = app;
    }

    public static void Audio(SurveyRow row)
    {
        ParameterText.Allow(row, "quality");
        ParameterText.MustBeOneOf(row, "quality", "voice-only", "low", "normal", "external");
        if (row.Parameters.TryGetValue("quality", out var quality)) row.Bind["odk:quality"] = quality;
    }

    public static void BackgroundAudio(SurveyRow row)
    {
        ParameterText.Allow(row, "quality");
        ParameterText.MustBeOneOf(row, "quality", "voice-only", "low", "normal");
        row.Actions.Add(new("odk:recordaudio", FormAction.Load, Quality: row.Parameters.GetValueOrDefault("quality")));
    }

    private static string? WrongWithPackage(string name)
    {
        var segments = name.Split('.');
        if (segments.Length < 2) return "it needs a full stop between two parts";
        if (segments.Any(s => s.Length == 0)) return "a part of it is empty";
        if (segments.Any(s => s[0] == '_' || char.IsDigit(s[0]))) return "a part of it begins with an underscore or a digit";
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? null : "it may hold only letters a-z, digits, full stops and underscores";
    }
}
