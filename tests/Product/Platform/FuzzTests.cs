using Vaka.Fuzz;
using Vaka.Fuzz.Targets;

namespace Vaka.Product.Tests.Platform;

/// <summary>Every parser bears damaged input: what once failed first, then always the same mutations. Long runs: <c>./fuzz/run</c>.</summary>
public sealed class FuzzTests(FuzzTests.Opened opened) : IClassFixture<FuzzTests.Opened>
{
    public static TheoryData<string> Names => [.. AllTargets.Names];

    [Theory, MemberData(nameof(Names)), Trait("speed", "slow")]
    public async Task A_parser_reads_or_refuses_as_it_declares(string name)
    {
        var target = opened.Targets.Single(t => t.Name == name);
        Assert.NotEmpty(target.Seeds);
        var failure = await Runner.Seeds(target) ?? await Runner.Replay(target) ?? await Runner.Mutations(target, 1, target.Iterations);
        if (failure is not null) Assert.Fail($"{failure}\n{Convert.ToBase64String(failure.Input.AsSpan(0, Math.Min(failure.Input.Length, 3000)))}");
    }

    [Fact]
    public void Every_target_is_named_and_every_folder_of_failures_has_one()
    {
        Assert.Equal(AllTargets.Names.Order(StringComparer.Ordinal), opened.Targets.Select(t => t.Name).Order(StringComparer.Ordinal));
        var folder = Runner.FolderOf("");
        Assert.Empty((Directory.Exists(folder) ? Directory.GetDirectories(folder) : []).Select(f => Path.GetFileName(f)).Except(AllTargets.Names));
    }

    /// <summary>The store, opened once.</summary>
    public sealed class Opened : IAsyncLifetime
    {
        private readonly Store _store = new();

        internal IReadOnlyList<ITarget> Targets { get; private set; } = [];

        public async ValueTask InitializeAsync() => Targets = await AllTargets.Make(_store);

        public ValueTask DisposeAsync() => _store.DisposeAsync();
    }
}
