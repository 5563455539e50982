using System.CommandLine;
using System.Globalization;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Words;

namespace Vaka.App.Commands;

/// <summary>The <c>vaka</c> command. Exit codes: 0 done, 1 bad input or a failure that is said, 2 misuse of the command.</summary>
public static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    public static async Task<int> Run(string[] args)
    {
        UseLanguageOfTerminal();
        var shared = new SharedOptions();
        var root = new RootCommand("Vaka: from evidence to law to practice in protecting migrants.");
        foreach (var command in (Command[])[.. ServeCommand.Make(shared), ImportCommand.Make(shared), UserCommand.Make(shared), DeviceCommand.Make(shared), FormCommand.Make(shared), AnswersCommand.Make(shared), ReceiveCommand.Make(shared), XlsFormCommand.Make(), .. OperationCommands.Make(shared)]) root.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync(args.Length == 0 ? "vaka --help" : $"vaka {PathOf(parsed.CommandResult)} --help");
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (PlainException e)
        {
            await Console.Error.WriteLineAsync(Terminal.Say(e.Message, [.. e.Arguments]));
            return 1;
        }
        catch (Exception e) when (DiskFull.Is(e))
        {
            await Console.Error.WriteLineAsync(Terminal.Say("data.disk-full"));
            return 1;
        }
        catch (Microsoft.Data.Sqlite.SqliteException e) when (e.SqliteErrorCode is 26 or 11)
        {
            // doctor and backup look before anything migrates, and so before Migrator could say it.
            await Console.Error.WriteLineAsync(Terminal.Say("data.not-a-database", Vaka.Kernel.Data.Databases.FileOf(shared.Connection(parsed))));
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
    }

    // "user add", not only "add".
    private static string PathOf(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } parent ? $"{PathOf(parent)} {command.Command.Name}" : command.Command.Name;

    private static void UseLanguageOfTerminal()
    {
        var locale = Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LC_MESSAGES") ?? Environment.GetEnvironmentVariable("LANG") ?? "";
        Languages.Use(locale.StartsWith("fr", StringComparison.OrdinalIgnoreCase) || (locale.Length == 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr") ? "fr" : "en");
    }
}
