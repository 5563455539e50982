using System.Text.RegularExpressions;
using Vaka.XForms.Forms;
using Vaka.XForms.XlsForms;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>What the forms of <c>content/forms</c> ask and say.</summary>
public sealed partial class HouseFormTextTests
{
    private static readonly string[] Drafts = ["Bislama (bi)", "Tongan (to)", "iTaukei (fj)", "Fiji Hindi (hif)"];
    private static readonly string[] Languages = ["English (en)", "Français (fr)", .. Drafts];

    public static TheoryData<string> Names => HouseForm.Names;

    [Fact]
    public void The_five_forms_are_there() => Assert.Equal(["focus-group", "institution", "key-informant", "needs-assessment", "service-mapping"], HouseForm.All.Select(f => f.Name));

    [Theory, MemberData(nameof(Names))]
    public void It_compiles_without_a_problem_and_its_rules_can_be_read(string name)
    {
        var form = HouseForm.Of(name);
        Assert.Empty(form.Problems);
        Assert.Empty(form.Unreadable);
        Assert.Equal(name, form.Form.FormId);
        Assert.NotEqual("", form.Form.Version);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_text_is_there_in_every_language_and_truly_in_French(string name)
    {
        var texts = TranslationRegister.Texts(HouseForm.Of(name).Workbook);
        Assert.True(texts.Count > 200);
        Assert.All(texts, t => Assert.Equal(Languages.Order(StringComparer.Ordinal), t.Value.Keys.Order(StringComparer.Ordinal)));
        // Sentences; words such as "Police" and names of places are the same.
        Assert.DoesNotContain(texts.Where(t => t.Value["English (en)"].Length > 25), t => t.Value["English (en)"] == t.Value["Français (fr)"]);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_first_thing_a_device_shows_says_that_a_draft_translation_is_unchecked(string name)
    {
        var form = HouseForm.Of(name);
        var first = form.Form.Root.All().First(n => n.Control is not null);
        Assert.Equal("translation_note", first.Name);
        Assert.True(HouseForm.IsNote(first) && first.Bind.Relevant is null);
        foreach (var language in Drafts)
        {
            var says = form.Form.Texts.Say(first.Label, language)!;
            Assert.StartsWith("UNCHECKED DRAFT TRANSLATION", says, StringComparison.Ordinal);
            Assert.True(says.Split(" / ") is [_, { Length: > 50 }], says);
        }
        Assert.Equal(4, Drafts.Select(l => form.Form.Texts.Say(first.Label, l)).Distinct().Count());
    }

    [Theory, MemberData(nameof(Names))]
    public void What_protects_the_person_is_drafted_in_every_language(string name)
    {
        var texts = TranslationRegister.Texts(HouseForm.Of(name).Workbook);
        string[] protecting = ["consent_information/label", "consent/label", "support_note/label", "safe_priorities/label", "keep_answers/label", "thanks_note/label", "consent_outcome:refused/label", "go_on:stop_wish/label"];
        Assert.All(protecting, p => Assert.Equal(6, texts[p].Values.Distinct().Count()));
    }

    [Fact]
    public void The_register_of_translations_says_what_the_forms_hold()
    {
        var lines = File.ReadAllLines(Path.Combine(HouseForm.Folder, "translations.csv"));
        Assert.Equal("form,language,text,state", lines[0]);
        var register = lines.Skip(1).Select(l => l.Split(',')).Select(l => new TranslationState(l[0], l[1], l[2], l[3])).ToList();
        var expected = HouseForm.All.SelectMany(f => TranslationRegister.Of(f.Name, f.Workbook, register));
        Assert.Equal(expected, register); // else: vaka xlsform texts content/forms
        Assert.All(register.Where(r => r.Language == "Français (fr)"), r => Assert.Equal(TranslationRegister.Complete, r.State));
    }

    [Fact]
    public void The_needs_assessment_has_a_draft_of_every_question_and_choice_in_every_language()
    {
        var texts = TranslationRegister.Texts(HouseForm.Of("needs-assessment").Workbook);
        // A short choice may be the same word: Police, Student, the islands of Motu.
        var undrafted = texts.Where(t => t.Key.EndsWith("/label", StringComparison.Ordinal) && !(t.Key.Contains(':', StringComparison.Ordinal) && t.Value["English (en)"].Length <= 12) && Drafts.Any(d => t.Value[d] == t.Value["English (en)"]));
        Assert.Equal("", string.Join(' ', undrafted.Select(t => t.Key)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Nobody_is_asked_who_they_are(string name)
    {
        var form = HouseForm.Of(name);
        string[] types = [.. form.Rows("survey").Select(r => r["type"])];
        Assert.DoesNotContain(types, t => t is "phonenumber" or "phone number" or "email" or "username" or "subscriberid" or "simserial" or "barcode" or "image" or "photo" or "audio" or "video" or "file" or "geotrace" or "geoshape" or "start-geopoint" or "audit" or "date" or "dateTime");
        Assert.DoesNotContain(form.Form.Root.All().Where(n => n.Control is not null), n => Identity().IsMatch(n.Name));
        Assert.All(form.Rows("survey").Where(r => r["type"] == "geopoint"), r => Assert.Equal(("community_point", "placement-map"), (r["name"], r["appearance"])));
        // What is written freely is short, and takes no number by which somebody could be reached.
        Assert.All(form.Rows("survey").Where(r => r["type"] == "text"), r => Assert.Contains("regex(", r["constraint"], StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_question_has_a_theme_of_the_catalogue(string name)
    {
        var themes = File.ReadLines(Path.Combine(Motu.Content, "reference", "themes.csv")).Skip(1).Select(l => l.Split(',')[0]).ToHashSet(StringComparer.Ordinal);
        var asked = HouseForm.Of(name).Rows("survey").Where(r => r.ContainsKey("label::English (en)") && !r["type"].StartsWith("begin", StringComparison.Ordinal)).ToList();
        Assert.True(asked.Count > 40);
        Assert.All(asked, r => Assert.Contains(r.GetValueOrDefault("vaka:theme", "none: " + r["name"]), themes));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_section_has_a_way_out(string name)
    {
        var form = HouseForm.Of(name).Form;
        var sections = form.ByPath["/data/interview"].Children.Where(c => c.Kind == FormNodeKind.Group && c.Name is not ("setting" or "country_questions")).ToList();
        Assert.True(sections.Count >= 6);
        Assert.All(sections, s => Assert.StartsWith("safe_", s.Children[^1].Name, StringComparison.Ordinal));
        Assert.All(sections.Skip(1), s => Assert.Contains("= 'go_on'", s.Bind.Relevant!, StringComparison.Ordinal));
    }

    /// <summary>A region can be compared only while the core is the same in all: names, types, rules, lists and codes.</summary>
    [Fact]
    public void The_core_is_the_same_in_all_forms()
    {
        var cores = HouseForm.All.Select(f => (f.Name, Core: f.Rows("survey").Where(r => r.GetValueOrDefault("vaka:core") == "yes" && !r["type"].StartsWith("end", StringComparison.Ordinal))
            .Select(r => string.Join(" | ", r["name"], r["type"], r.GetValueOrDefault("required"), r.GetValueOrDefault("constraint"), r.GetValueOrDefault("calculation"))).Order(StringComparer.Ordinal).ToList())).ToList();
        Assert.True(cores[0].Core.Count > 25);
        Assert.All(cores, c => Assert.Equal(cores[0].Core, c.Core));
        foreach (var list in HouseForm.All.SelectMany(f => f.Rows("choices").GroupBy(r => r["list_name"], r => $"{r["name"]} {r["label::English (en)"]}")).GroupBy(l => l.Key))
            Assert.All(list, one => Assert.Equal(list.First(), one));
        // And a name never means two things.
        foreach (var same in HouseForm.All.SelectMany(f => f.Rows("survey")).Where(r => r["type"].StartsWith("select", StringComparison.Ordinal)).GroupBy(r => r["name"], r => r["type"]))
            Assert.Single(same.Distinct());
    }

    [GeneratedRegex("(^|_)(name|surname|phone|email|address|birth|dob|passport|signature|photo|nationality)(_|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identity();
}
