using System.Xml.Linq;
using Vaka.XForms.Checking;
using Vaka.XForms.Forms;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>Submissions to the forms of <c>content/forms</c>, held against the forms' own rules.</summary>
public sealed class HouseFormAnswerTests
{
    private static readonly (string, string)[] Usual =
    [
        ("psu_code", "HA-014"), ("household_code", "12"), ("interviewer_code", "INT07"), ("institution_code", "inst-labour"), ("service_code_new", "XM-HEALTH-012"), ("age_band", "25_34"),
        ("consented_at", "2026-11-20T10:00:00.000+11:00"), ("closed_at", "2026-11-20T10:42:00.000+11:00"),
    ];

    // A farm worker who paid, lives with a partner and a child, and whose passport is with the employer.
    private static readonly (string, string)[] Plausible =
    [
        .. Usual, ("stratum", "worksites"), ("eligible_adults", "2"), ("sex", "female"), ("migrant_group", "contract_worker"), ("functioning_seeing", "a_lot"), ("move_reasons", "work disaster"),
        ("travel_arranged_by", "agency"), ("told_truth", "no"), ("journey_dangers", "documents_taken"), ("fee_paid", "yes"), ("fee_amount_band", "over_3_months"), ("documents_held_by", "employer"), ("documents_on_request", "no"),
        ("hours_band", "49_60"), ("individual_risks", "debt not_free"), ("individual_protective", "phone faith"), ("others_count", "2"), ("member_age_band", "5_11"), ("member_in_school", "yes"),
        ("household_risks", "one_income separated"), ("shelter_kind", "employer_house"), ("room_sharers", "3"), ("access_barriers", "language fear_employer"), ("afraid_to_report", "yes"), ("hazards_affected", "cyclone flood"),
        ("hazard_effects", "work no_help"), ("priority_needs", "documents fair_recruitment safety"),
    ];

    public static TheoryData<string> Names => HouseForm.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_form_answered_to_the_end_has_no_flag(string name)
    {
        var form = HouseForm.Of(name);
        var answers = form.Filled(name == "needs-assessment" ? Plausible : [.. Usual, ("participants_female_25_34", "3")]);
        Assert.Equal([], Said(form, answers));
        Assert.Equal("complete", HouseForm.Leaf(answers, "interview_status").Value);
        Assert.Equal("42", HouseForm.Leaf(answers, "duration_minutes").Value);
        Assert.Equal("XM", HouseForm.Leaf(answers, "country_code").Value);
        Assert.True(answers.Descendants().Count(e => !e.HasElements && e.Value.Length > 0) > 45);
    }

    [Fact]
    public void The_needs_assessment_counts_the_household_and_keeps_only_the_rough_place()
    {
        var answers = HouseForm.Of("needs-assessment").Filled(Plausible);
        string Value(string name) => HouseForm.Leaf(answers, name).Value;
        Assert.Equal(("yes", "3", "2"), (Value("functioning_difficulty"), Value("household_size"), Value("children_here")));
        Assert.Equal("-17.74 168.32", Value("community_area"));
        Assert.Equal(2, answers.Descendants().Count(e => e.Name.LocalName == "member_in_school" && e.Value == "yes"));
        Assert.Equal("needs worksites complete", HouseForm.Leaf(answers, "instanceName").Value);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_refusal_is_a_count_and_nothing_else(string name)
    {
        var form = HouseForm.Of(name);
        foreach (var refused in (string[])["refused", "not_eligible"])
            Assert.Equal([], Said(form, form.Only(("stratum", "rural_main"), ("consent", refused), ("interview_status", refused))));
        // Neither the device nor the hour: they would say whose door it was.
        foreach (var trace in (string[])["start", "end", "today", "deviceid"])
            Assert.Equal("/data/consent = 'given' and /data/closing/keep_answers != 'no'", Spaced(form.Form.ByPath["/data/" + trace].Bind.Relevant!));
    }

    [Theory, MemberData(nameof(Names))]
    public void Answers_left_behind_a_refusal_are_each_flagged(string name)
    {
        var form = HouseForm.Of(name);
        var answers = form.Filled([.. Usual, .. name == "needs-assessment" ? Plausible.Skip(Usual.Length) : []]);
        var left = Answered(form, answers, "stratum", "consent", "interview_status", "instanceName", "service_changed");
        HouseForm.Leaf(answers, "consent").Value = "refused";
        HouseForm.Leaf(answers, "interview_status").Value = "refused";
        Assert.Equal(left, form.Check(answers).Where(f => f.Kind == FlagKind.NotRelevant).Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Who_withdraws_at_the_end_leaves_no_answer(string name)
    {
        var form = HouseForm.Of(name);
        Assert.Equal([], Said(form, form.Only(("stratum", "rural_main"), ("consent", "given"), ("keep_answers", "no"), ("interview_status", "withdrawn"))));
        var answers = form.Filled([.. Usual, .. name == "needs-assessment" ? Plausible.Skip(Usual.Length) : []]);
        var left = Answered(form, answers, "stratum", "consent", "interview_status", "instanceName", "service_changed", "keep_answers");
        HouseForm.Leaf(answers, "keep_answers").Value = "no";
        Assert.Equal(left, form.Check(answers).Where(f => f.Kind == FlagKind.NotRelevant).Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("stop_wish")]
    [InlineData("stop_privacy")]
    [InlineData("stop_distress")]
    public void Who_stops_is_asked_nothing_more_than_whether_the_answers_may_be_kept(string stop)
    {
        var form = HouseForm.Of("needs-assessment");
        var answers = form.Filled([.. Plausible, ("safe_work", stop)]);
        Assert.Equal([], Said(form, answers));
        Assert.Equal("partial", HouseForm.Leaf(answers, "interview_status").Value);
        Assert.Equal("employer", HouseForm.Leaf(answers, "documents_held_by").Value);
        string[] later = ["individual", "household", "housing", "health", "community", "services", "structural", "hazards", "country_questions", "priorities"];
        Assert.All(later, s => Assert.DoesNotContain(HouseForm.Leaf(answers, s).DescendantsAndSelf(), e => !e.HasElements && e.Value.Length > 0));
    }

    [Theory]
    [InlineData("what_would_help", "Call me on 555 1234", FlagKind.Constraint)]
    [InlineData("what_would_help", "write to a@b.example", FlagKind.Constraint)]
    [InlineData("interviewer_code", "Sione", FlagKind.Constraint)]
    [InlineData("individual_risks", "none debt", FlagKind.Constraint)]
    [InlineData("priority_needs", "documents safety justice health", FlagKind.Constraint)]
    [InlineData("others_count", "26", FlagKind.Constraint)]
    [InlineData("age_band", "12_17", FlagKind.Choice)]
    public void What_the_form_does_not_take_is_flagged_with_words_in_both_languages(string question, string answer, FlagKind kind)
    {
        var form = HouseForm.Of("needs-assessment");
        var answers = form.Filled(Plausible);
        HouseForm.Leaf(answers, question).Value = answer;
        var flag = Assert.Single(form.Check(answers), f => f.Kind == kind);
        if (kind == FlagKind.Constraint) Assert.True(flag.Messages["English (en)"].Length > 10 && flag.Messages["Français (fr)"].Length > 10);
    }

    /// <summary>Two devices that write the same code without a network mean the same service.</summary>
    [Fact]
    public void A_service_is_known_by_its_code()
    {
        var form = HouseForm.Of("service-mapping");
        string Id(params (string, string)[] values) => HouseForm.Leaf(form.Filled([.. Usual, .. values]), "service_id").Value;
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$", Id());
        Assert.Equal(Id(), Id(("operating_state", "closed")));
        Assert.NotEqual(Id(), Id(("service_code_new", "XM-HEALTH-013")));
        const string Known = "0b7e1c52-0000-4000-a000-000000000001";
        var seen = form.Filled([.. Usual, ("visit_kind", "known"), ("service_picked", Known)]);
        Assert.Equal([], Said(form, seen));
        Assert.Equal((Known, "XM-HEALTH-001", "yes"), (HouseForm.Leaf(seen, "service_id").Value, HouseForm.Leaf(seen, "service_code").Value, HouseForm.Leaf(seen, "service_listed").Value));
    }

    private static string[] Said(HouseForm form, XElement answers) => [.. form.Check(answers).Select(f => $"{f.Kind} {f.Path} {f.Value} {f.Rule}")];

    // Paths of what a person answered or the form calculated; what a device writes of itself has no question.
    private static List<string> Answered(HouseForm form, XElement answers, params string[] but)
    {
        var asked = form.Form.Root.All().Where(n => n.Kind == FormNodeKind.Value && (n.Control is not null || n.Bind.Calculate is not null) && !n.Path.StartsWith("/data/meta", StringComparison.Ordinal) && !but.Contains(n.Name)).Select(n => n.Path).ToHashSet(StringComparer.Ordinal);
        string Path(XElement e, bool places) => string.Concat(e.AncestorsAndSelf().Reverse().Select(a => $"/{a.Name.LocalName}{(places && a.ElementsBeforeSelf(a.Name).Count() is var n and > 0 ? $"[{n + 1}]" : "")}"));
        return [.. answers.Descendants().Where(e => !e.HasElements && e.Value.Length > 0 && asked.Contains(Path(e, false))).Select(e => Path(e, true)).Order(StringComparer.Ordinal)];
    }

    private static string Spaced(string expression) => string.Join(' ', expression.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
