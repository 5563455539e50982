using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace Vaka.Standards.Tests.XForms.Programs;

/// <summary>The scripts of the light client in an interpreter: its model without a browser.</summary>
internal sealed class LightRuntime : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "light");
    private int _modules;

    public LightRuntime(TimeZoneInfo zone)
    {
        Engine = new Engine(o =>
        {
            o.LocalTimeZone(zone).EnableModules(Folder).LimitRecursion(2000);
            o.Culture = CultureInfo.InvariantCulture;
        });
        Model = Engine.Modules.Import("./model.js");
    }

    public Engine Engine { get; }

    /// <summary>What model.js exports.</summary>
    public ObjectInstance Model { get; }

    /// <summary>What a module of that text exports; it may import the modules of the client.</summary>
    public ObjectInstance Module(string text)
    {
        var name = $"test-{_modules++}";
        Engine.Modules.Add(name, text);
        return Engine.Modules.Import(name);
    }

    /// <summary>Sources by name.</summary>
    public static IReadOnlyDictionary<string, string> Sources => Directory.EnumerateFiles(Folder, "*.js").ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText, StringComparer.Ordinal);

    public void Dispose() => Engine.Dispose();
}
