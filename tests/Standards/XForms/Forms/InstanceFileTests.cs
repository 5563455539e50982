using System.Text;
using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.Standards.Tests.XForms.Forms;

public sealed class InstanceFileTests
{
    private static XDocument? Read(string name, string text) => InstanceFile.Read(name, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_csv_file_becomes_items_and_what_is_no_name_is_left_out()
    {
        var root = Read("villages.csv", "\uFEFFname,label,two words,note\r\nv1,\"Vao, \"\"new\"\"\",x,é\r\n\r\nv2,Haveluloto\r\n")!.Root!;
        Assert.Equal("<root><item><name>v1</name><label>Vao, \"new\"</label><note>é</note></item><item><name>v2</name><label>Haveluloto</label><note></note></item></root>", root.ToString(SaveOptions.DisableFormatting));
        Assert.Equal("<root />", Read("empty.csv", "")!.ToString());
    }

    [Fact]
    public void Xml_stays_as_it_is_and_what_cannot_be_read_is_no_list()
    {
        Assert.Equal("b", Read("a.xml", "<root><item><name>b</name></item></root>")!.Descendants("name").Single().Value);
        Assert.Null(Read("a.xml", "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><r>&e;</r>"));
        Assert.Null(Read("a.geojson", "{}"));
    }
}
