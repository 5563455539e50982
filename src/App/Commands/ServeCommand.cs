using System.CommandLine;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Operations;
using Vaka.Kernel.Ownership;

namespace Vaka.App.Commands;

/// <summary><c>vaka serve</c> and <c>vaka demo</c>: the web server, alone on its data folder.</summary>
internal static class ServeCommand
{
    public const string DefaultUrl = "http://localhost:5080";

    public static IEnumerable<Command> Make(SharedOptions shared)
    {
        yield return Make(shared, "serve", "Run the server.", demo: false);
        yield return Make(shared, "demo", "Run the server with the demonstration: real facts, and Motu, a fictional state.", demo: true);
    }

    private static Command Make(SharedOptions shared, string name, string description, bool demo)
    {
        var command = shared.AddTo(new Command(name, description));
        var urls = new Option<string>("--urls") { Description = $"Addresses to bind. Default: {DefaultUrl}", HelpName = "URL", DefaultValueFactory = _ => DefaultUrl };
        command.Add(urls);
        command.SetAction((parsed, ct) => Run(shared, parsed, parsed.GetValue(urls)!, demo, ct));
        return command;
    }

    private static async Task<int> Run(SharedOptions shared, ParseResult parsed, string urls, bool demo, CancellationToken ct)
    {
        var folder = shared.Folder(parsed);
        var connection = shared.Connection(parsed);
        await using var held = DataFolderLock.Take(folder);
        // Settings are read once: nothing of them is a file that somebody edits under a running server, and watching takes threads and handles.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        Logs.Configure(builder.Logging);
        WebHost.Configure(builder, new(connection, urls, demo));
        await using var app = builder.Build();
        await using (var scope = Terminal.System(app.Services, "start"))
            await Migrator.Migrate(scope.ServiceProvider.GetRequiredService<VakaDb>(), ct);
        if (demo) await Demo.Load(app.Services, Console.Out, ct);
        WebHost.Pipeline(app);
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new PlainException("cli.address-in-use", urls);
        }
        foreach (var url in app.Urls) Console.WriteLine(Terminal.Say("cli.listening", url));
        if (demo) Demo.PrintSignIns(Console.Out);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }
}

/// <summary>Logs: one JSON object a line on stderr, no personal data: addresses are not logged, and parameters never reach the database's log.</summary>
internal static class Logs
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "O"));
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        // It warns that keys are not encrypted: they lie in the database whose sessions they guard, and a key beside the lock would add nothing.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
