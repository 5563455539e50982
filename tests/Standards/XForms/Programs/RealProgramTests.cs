using System.Text;
using Vaka.Standards.Tests.XForms.XPath;
using Vaka.XForms.Checking;
using Vaka.XForms.Forms;
using Vaka.XForms.Programs;
using Vaka.XForms.Submissions;

namespace Vaka.Standards.Tests.XForms.Programs;

/// <summary>The published forms beside the checkout, filled by chance in the light client: the server calculates the same.</summary>
public class RealProgramTests(ITestOutputHelper output)
{
    /// <summary>Forms that may be refused, with the reason.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal) { ["pyxform_spec_test.pyxform.xml"] = "its answers are to be encrypted" };

    [Fact, Trait("speed", "slow")]
    public void Calculations_of_published_forms_are_those_of_the_server()
    {
        List<string> faults = [];
        var filled = 0;
        foreach (var file in Directory.EnumerateFiles(SharedData.Path("forms"), "*.xml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var form = XForm.Read(File.ReadAllBytes(file));
            var program = FormProgram.Of(form);
            output.WriteLine($"{name}: {program.Text.Length:N0} characters");
            if (program.Refusals.Count > 0)
            {
                if (!Refused.ContainsKey(name)) faults.AddRange(program.Refusals.Select(r => $"{name}: {r}"));
                continue;
            }
            Assert.Equal(program.Text, FormProgram.Of(XForm.Read(File.ReadAllBytes(file))).Text);
            for (var seed = 1; seed <= 2; seed++)
            {
                using var light = new LightRuntime(Given.Zone);
                var filling = new LightForm(light, program.Text, Given.Moment, seed: seed * 7919);
                filling.Wander(150);
                if (filling.Missed() is { Length: > 0 } missed) faults.Add($"{name} ({seed}): not kept up: {Difference(missed)}");
                filled++;
                var flags = new FormCheck(form).Check(Submission.Read(Encoding.UTF8.GetBytes(filling.Finish())), new(Given.Zone, new Stopped()));
                faults.AddRange(flags.Where(f => f.Kind is FlagKind.Calculation or FlagKind.NotRelevant or FlagKind.RepeatCount or FlagKind.Unexpected or FlagKind.Type).Select(f => $"{name} ({seed}): {f.Kind} {f.Path}: “{f.Value}”, server: {f.Rule}"));
            }
        }
        foreach (var fault in faults.Distinct(StringComparer.Ordinal)) output.WriteLine(fault);
        Assert.Empty(faults);
        Assert.True(filled > 20, $"only {filled} were filled");
    }

    private static string Difference(string two)
    {
        var (one, other, at) = (two.Split('\n')[0], two.Split('\n')[^1], 0);
        while (at < one.Length && at < other.Length && one[at] == other[at]) at++;
        return $"{one[Math.Max(0, at - 60)..Math.Min(one.Length, at + 60)]} | {other[Math.Max(0, at - 60)..Math.Min(other.Length, at + 60)]}";
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Given.Moment;
    }
}
