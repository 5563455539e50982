using CsCheck;
using Vaka.XForms.XlsForms;

namespace Vaka.Standards.Tests.XForms.XlsForms;

/// <summary>Whatever stands in the cells, a form is taken or refused, and what is taken can be read again.</summary>
public sealed class XlsFormRandomTests
{
    private static readonly string[] SurveyHeadings =
        ["type", "name", "label", "label::fr", "hint", "relevant", "calculation", "default", "trigger", "parameters", "choice_filter", "appearance", "repeat_count", "save_to", "image", "bind::a:b", "constraint_message"];

    private static readonly string[] Words =
    [
        "text", "integer", "note", "calculate", "range", "geopoint", "image", "audit", "osm t", "begin group", "begin repeat", "begin loop over l", "end group", "end repeat", "end loop", "select_one l",
        "select_multiple l or_other", "select_one ${a}", "select_one_from_file f.csv", "rank l", "a", "b", "c", "l", "${a}", "${last-saved#b}", "${", "${}", "instance('l')/root/item[name=${a}]/label",
        "pulldata('f', 'x', 'y', ${a})", "indexed-repeat(${a}, ${b}, 1)", "randomize=true", "start=1 end=0 step=5", "search('x')", "table-list", "label", "-", "\u0001", "\uD800", "]]>", "<x/>", "é", "1", "e#p",
    ];

    private static Gen<string?[][]> Rows(int columns) => Gen.Int[0, Words.Length * 6].Select(i => i < Words.Length ? Words[i] : null).Array[columns].Array[0, 12];

    [Fact]
    public void No_form_breaks_the_compiler() => Gen.Select(Rows(SurveyHeadings.Length), Rows(4), Rows(4)).Sample((survey, choices, entities) =>
    {
        // What every row needs is given where chance gave none, so that some forms are taken.
        for (var i = 0; i < survey.Length; i++) (survey[i][0], survey[i][1], survey[i][2]) = (survey[i][0] ?? "text", i % 4 == 3 ? survey[i][1] : ((char)('a' + i)).ToString(), survey[i][2] ?? "L");
        var result = XlsFormCompiler.Compile(new(
        [
            ("survey", [SurveyHeadings, .. survey]),
            ("choices", [["list_name", "name", "label", "label::fr"], .. choices, ["l", "x", "X", "Y"]]),
            ("entities", [["list_name", "label", "entity_id", "create_if"], .. entities]),
        ]));
        Assert.True(result.Form is not null || result.Problems.Any(p => p.IsError));
        if (result.Form is not null) System.Xml.Linq.XDocument.Parse(result.Form.ToString());
    }, iter: 3000);
}
