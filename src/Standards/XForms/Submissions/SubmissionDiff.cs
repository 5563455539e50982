using System.Xml.Linq;

namespace Vaka.XForms.Submissions;

/// <summary>An answer in which two versions of a submission differ.</summary>
/// <param name="Path">Where, by local names; a repetition by its place: <c>/data/members[2]/age</c>.</param>
/// <param name="Before">The answer of the older version; null when it has no such element.</param>
/// <param name="After">The answer of the newer version, likewise.</param>
public sealed record AnswerChange(string Path, string? Before, string? After);

/// <summary>What changed between two versions of a submission.</summary>
public static class SubmissionDiff
{
    /// <summary>Changed, added and removed answers in document order; the instance and deprecated ids, which always differ, are left out.</summary>
    public static IReadOnlyList<AnswerChange> Of(Submission before, Submission after)
    {
        var (old, now) = (Answers(before.Document.Root!), Answers(after.Document.Root!));
        var earlier = old.ToDictionary(a => a.Path, a => a.Value, StringComparer.Ordinal);
        var later = now.ToDictionary(a => a.Path, a => a.Value, StringComparer.Ordinal);
        return [.. now.Where(a => !earlier.TryGetValue(a.Path, out var was) || was != a.Value).Select(a => new AnswerChange(a.Path, earlier.GetValueOrDefault(a.Path), a.Value)),
            .. old.Where(a => !later.ContainsKey(a.Path)).Select(a => new AnswerChange(a.Path, a.Value, null))];
    }

    private static List<(string Path, string Value)> Answers(XElement root)
    {
        var answers = new List<(string, string)>();
        var open = new Stack<(string Path, XElement Element)>([($"/{root.Name.LocalName}", root)]);
        while (open.TryPop(out var at))
        {
            if (!at.Element.HasElements)
            {
                if (!(at.Element.Name.LocalName is "instanceID" or "deprecatedID" && at.Element.Parent?.Name.LocalName == "meta")) answers.Add((at.Path, at.Element.Value));
                continue;
            }
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            var below = at.Element.Elements().Select(e =>
            {
                var place = seen[e.Name.LocalName] = seen.GetValueOrDefault(e.Name.LocalName) + 1;
                // Written from the second on, so that adding a second repetition does not rename the first.
                return ($"{at.Path}/{e.Name.LocalName}{(place > 1 ? $"[{place}]" : "")}", e);
            }).ToList();
            for (var i = below.Count - 1; i >= 0; i--) open.Push(below[i]);
        }
        return answers;
    }
}
