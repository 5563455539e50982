using Microsoft.AspNetCore.Routing;
using Vaka.Assessment.Answers;
using Vaka.Assessment.Findings;
using Vaka.Assessment.KnowledgeGaps;
using Vaka.Assessment.Needs;
using Vaka.Assessment.Register;
using Vaka.Kernel.Chain;

namespace Vaka.Assessment.Assess;

/// <summary>The room's lists as data. Answers leave with their published counts, whoever asks: respondents have no address.</summary>
internal static class AssessmentApi
{
    private const string Tag = "assessment";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChain<EvidenceItem>("/evidence", Tag, "The evidence register.",
            new("date", e => e.Date), new("place", e => e.Place), new("method", e => e.Method), new("source", e => e.Source), new("as_at", e => e.AsAt));
        routes.MapChain<AnswerTable>("/answers", Tag, "Tabulated answers; small counts withheld (null in JSON, blank in CSV).",
            new("dataset", a => a.Dataset), new("question", a => a.Question), new("answer", a => a.Answer), new("date", a => a.Date), new("method", a => a.Method),
            new("counted", a => a.PublicCounts.All.Counted), new("asked", a => a.PublicCounts.All.Asked),
            new("counted_f", a => Group(a, "f")?.Counted), new("asked_f", a => Group(a, "f")?.Asked), new("counted_m", a => Group(a, "m")?.Counted), new("asked_m", a => Group(a, "m")?.Asked),
            new("counted_x", a => Group(a, "x")?.Counted), new("asked_x", a => Group(a, "x")?.Asked));
        routes.MapChain<Finding>("/findings", Tag, "Findings, each with the strength of its evidence and the dissent it met.",
            new("strength", f => f.Strength), new("dissent", f => f.Dissent));
        routes.MapChain<Need>("/needs", Tag, "Needs that findings show.",
            new("population", n => n.Population), new("priority", n => n.Priority));
        routes.MapChain<KnowledgeGap>("/knowledge-gaps", Tag, "What is known, what is not, and the research that calls for.",
            new("state", g => g.State), new("reason", g => g.Reason), new("research", g => g.Research));
    }

    private static TallyLine? Group(AnswerTable table, string group) => table.PublicCounts.Groups.FirstOrDefault(l => l.Group == group);
}
