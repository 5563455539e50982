using Vaka.App.Commands;

return await CommandLine.Run(args);

namespace Vaka.App
{
    /// <summary>Entry point; public so that tests can host it.</summary>
    public partial class Program;
}
