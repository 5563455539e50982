using System.Text;
using Vaka.Standards.Tests.XForms.XlsForms;
using Vaka.XForms.Entities;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Standards.Tests.XForms.Entities;

/// <summary>What forms that the compiler makes say of entities, and what their submissions say.</summary>
public sealed class EntityFormTests
{
    private static EntityForm Form(string markdown) => EntityForm.Of(XForm.Read(Encoding.UTF8.GetBytes(Compiled.From(markdown).Form.ToString())));

    private static IReadOnlyList<EntityNode> Read(EntityForm form, string xml) => form.Read(Submission.Read(Encoding.UTF8.GetBytes(xml)));

    [Fact]
    public void An_update_of_one_list_is_read_with_its_chain()
    {
        var form = Form("""
            | survey | | | | |
            | | type | name | label | save_to |
            | | text | id | Which | |
            | | text | water | Water | water |
            | | begin_group | more | More | |
            | | integer | size | Size | size |
            | | end_group | | | |
            | entities | | | |
            | | list_name | entity_id | label |
            | | households | ${id} | ${water} |
            """);
        Assert.Equal(("2024.1", true), (string.Join('.', form.Version!.Split('.').Take(2)), form.IsKnown));
        var place = Assert.Single(form.Places);
        Assert.Equal(("/data", "households"), (place.Path, place.List));
        Assert.Equal(["/data/water=water", "/data/more/size=size"], place.Properties.Select(p => $"{p.Key}={p.Value}"));
        var node = Assert.Single(Read(form, "<data id='f'><id>x</id><water/><more><size>5</size></more><meta><instanceID>uuid:1</instanceID><entity dataset='households' id='UUID:AB' update='1' baseVersion='2' trunkVersion='1' branchId='b'><label> </label></entity></meta></data>"));
        Assert.Equal(("households", "ab", "/data", false, true, "", 2, 1, "b"), (node.List, node.Id, node.Place, node.Creates, node.Updates, node.Label, node.Base, node.Trunk, node.Branch));
        Assert.Equal(["water=", "size=5"], node.Properties.Select(p => $"{p.Key}={p.Value}"));
        // Not relevant on the device: not there, not touched.
        Assert.Equal(["size"], Read(form, "<data id='f'><more><size>5</size></more><meta><instanceID>uuid:1</instanceID><entity dataset='households' id='ab' update='1'/></meta></data>").Single().Properties.Keys);
    }

    [Fact]
    public void Repeats_and_several_lists_are_told_apart_by_their_place()
    {
        var form = Form("""
            | survey | | | | |
            | | type | name | label | save_to |
            | | text | village | Village | places#village |
            | | begin_repeat | household | Household | |
            | | integer | size | Size | households#size |
            | | end_repeat | | | |
            | entities | | |
            | | list_name | label |
            | | places | ${village} |
            | | households | ${size} |
            """);
        Assert.StartsWith("2025.1", form.Version, StringComparison.Ordinal);
        var places = form.Places.ToDictionary(p => p.List, p => p.Path);
        Assert.Equal(("/data", "/data/household"), (places["places"], places["households"]));
        var nodes = Read(form, "<data id='f'><village>A</village><household><size>1</size><meta><entity dataset='households' id='h1' create='1'><label>1</label></entity></meta></household><household><size>2</size><meta><entity dataset='households' id='h2' create=''/></meta></household>"
            + "<meta><instanceID>uuid:1</instanceID><entity dataset='places' id='p1' create='1'><label>A</label></entity></meta></data>");
        Assert.Equal(["places p1 /data True village=A", "households h1 /data/household[1] True size=1", "households h2 /data/household[2] False size=2"],
            nodes.Select(n => $"{n.List} {n.Id} {n.Place} {n.Creates} {string.Join(',', n.Properties.Select(p => $"{p.Key}={p.Value}"))}"));
    }

    [Theory, InlineData("2023.1.0", true), InlineData("2024.1.0", true), InlineData("2025.1.0", true), InlineData("2026.1.0", false), InlineData("2025.10.0", false)]
    public void A_newer_specification_is_not_guessed_at(string version, bool known) =>
        Assert.Equal(known, EntityForm.Of(XForm.Read(Encoding.UTF8.GetBytes($"<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:e='http://www.opendatakit.org/xforms/entities'><h:head><h:title>T</h:title><model e:entities-version='{version}'><instance><data id='f'><a/></data></instance></model></h:head><h:body/></h:html>"))).IsKnown);
}
