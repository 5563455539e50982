using System.CommandLine;
using Vaka.Kernel.Data;

namespace Vaka.App.Commands;

/// <summary>Options that several commands take.</summary>
internal sealed class SharedOptions
{
    /// <summary>Database.</summary>
    public Option<string?> Db { get; } = new("--db") { Description = "Database: a PostgreSQL connection string (Host=…) or an SQLite file. Default: vaka.db in the data folder.", HelpName = "CONNECTION" };

    /// <summary>Folder of everything the server keeps.</summary>
    public Option<string> Data { get; } = new("--data") { Description = "Folder of the database, lock and files. Default: data", HelpName = "DIR", DefaultValueFactory = _ => "data" };

    /// <summary>For programs.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print the outcome as JSON." };

    /// <summary>The data folder, made when it is not there.</summary>
    public string Folder(ParseResult parsed) => Directory.CreateDirectory(parsed.GetValue(Data)!).FullName;

    /// <summary>The connection string meant by the options; <c>VAKA_DB</c> where they say nothing.</summary>
    public string Connection(ParseResult parsed) =>
        Databases.Complete(parsed.GetValue(Db) ?? Environment.GetEnvironmentVariable("VAKA_DB") ?? Path.Combine(Folder(parsed), "vaka.db"));

    /// <summary>Adds both to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Add(Db);
        command.Add(Data);
        return command;
    }
}
