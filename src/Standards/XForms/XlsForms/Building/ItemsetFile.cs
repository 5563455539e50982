namespace Vaka.XForms.XlsForms;

/// <summary>Choices that lie in a file beside the form.</summary>
internal static class ItemsetFile
{
    public static bool IsFile(string itemset) => Path.GetExtension(itemset) is ".csv" or ".xml" or ".geojson";

    public static string Id(string file) => file[..^Path.GetExtension(file).Length];

    public static string Address(string file) => Path.GetExtension(file) == ".csv" ? $"jr://file-csv/{file}" : $"jr://file/{file}";
}
