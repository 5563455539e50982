namespace Vaka.Standards.Tests.XForms;

/// <summary>Conformance material that is not part of the project: looked for beside the checkout, in <c>shared/data/xlsform</c>.</summary>
internal static class SharedData
{
    /// <summary>The file or folder; the test is skipped where it is absent.</summary>
    public static string Path(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, "shared", "data", "xlsform", name) is var found && (File.Exists(found) || Directory.Exists(found))) return found;
        Assert.Skip($"shared/data/xlsform/{name} is not beside this checkout");
        return "";
    }
}
