using CsCheck;

namespace Vaka.Standards.Tests.XForms;

/// <summary>Random samples that are the same in every run: a comparison with an engine that has faults of its own must not fail by chance.</summary>
internal static class SameSamples
{
    /// <summary>Checks that many samples; long runs of others are made by hand with CsCheck's own <c>Sample</c>.</summary>
    public static void SampleSame<T>(this Gen<T> gen, Action<T> check, int iter)
    {
        var random = new PCG(1, 20261124);
        for (var i = 0; i < iter; i++) check(gen.Generate(random, null, out _));
    }
}
