namespace Vaka.XForms.XlsForms;

/// <summary>Rows that ask for a place, a line or an area.</summary>
internal static class GeoRows
{
    /// <summary>Reads the parameters; returns where the shapes to choose from come from, or null.</summary>
    public static string? Read(SurveyRow row)
    {
        if (row.Type == "geopoint")
        {
            ParameterText.Allow(row, "allow-mock-accuracy", "capture-accuracy", "reference-geometry", "warning-accuracy");
            Accuracy(row, "capture-accuracy", "accuracyThreshold");
            Accuracy(row, "warning-accuracy", "unacceptableAccuracyThreshold");
        }
        else
        {
            ParameterText.Allow(row, "allow-mock-accuracy", "incremental", "reference-geometry");
            if (row.Parameters.TryGetValue("incremental", out var incremental))
            {
                if (Settings.Truth(incremental) != true) throw row.Refuse("The parameter 'incremental' can only be 'true'. Correct it or leave it out.", "parameters");
                row.Control["incremental"] = "true";
            }
        }
        ParameterText.MustBeOneOf(row, "allow-mock-accuracy", "true", "false");
        if (row.Parameters.TryGetValue("allow-mock-accuracy", out var mock)) row.Bind["odk:allow-mock-accuracy"] = mock;
        return row.Parameters.GetValueOrDefault("reference-geometry");
    }

    private static void Accuracy(SurveyRow row, string key, string attribute)
    {
        if (!row.Parameters.TryGetValue(key, out var text)) return;
        if (!ParameterText.IsNumber(text)) throw row.Refuse($"The parameter '{key}' must be a number of metres.", "parameters");
        row.Control[attribute] = text;
    }
}
