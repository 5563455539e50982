namespace Vaka.XForms.XlsForms;

/// <summary>Shapes that a question about a place chooses among come from somewhere.</summary>
internal static class Geometries
{
    public static void Check(FormParts parts)
    {
        foreach (var (row, source) in parts.Geometries)
        {
            if (parts.Files.Contains(source) || parts.Lists.ContainsKey(source) || parts.SavedTo.Declarations.ContainsKey(source)) continue;
            if (References.Only(source) is { } reference && parts.Names.Repeats.Contains(reference.Name)) continue;
            parts.Problems.Error("The parameter 'reference-geometry' must name a list, an entity list, an attached file without its ending, or a repeat as ${name}.", SurveyRow.Sheet, row.Number, "parameters");
        }
    }
}
