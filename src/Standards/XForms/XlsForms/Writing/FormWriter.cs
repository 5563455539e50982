using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>Writes a form as an ODK XForm.</summary>
internal static class FormWriter
{
    public static XDocument Write(Form form)
    {
        Search.Mark(form);
        var (xml, paths) = (new FormXml(form), new XPaths(form));
        var (outputs, binds) = (new Outputs(xml, paths), new Binds(form, xml, paths));
        var itext = new Itext(form);
        var model = xml.Element("model", xml.Attribute("odk:xforms-version", "1.0.0"));
        if (form.EntitiesVersion is { } version) model.Add(xml.Attribute("entities:entities-version", version));
        model.Add(Submission(form.Settings, xml));
        if (!itext.IsEmpty) model.Add(itext.Write(xml, outputs));
        model.Add(new PrimaryInstance(form, xml, paths).Write());
        model.Add(new SecondaryInstances(form, xml).Write());
        model.Add(binds.Write());
        var body = new Body(form, xml, paths, outputs, binds, new Itemsets(form, xml, paths));
        return new(xml.Element("h:html", xml.Declarations,
            xml.Element("h:head", xml.Element("h:title", form.Settings.Title), model),
            xml.Element("h:body", form.Settings["style"] is { } style ? new XAttribute("class", style) : null, body.Write(form.Survey))));
    }

    private static XElement? Submission(Settings settings, FormXml xml)
    {
        var attributes = new List<XAttribute>();
        if (settings["submission_url"] is { } address) attributes.AddRange([new("action", address), new("method", "post")]);
        if (settings["public_key"] is { } key) attributes.Add(new("base64RsaPublicKey", key));
        if (settings["auto_send"] is { } send) attributes.Add(xml.Attribute("orx:auto-send", send));
        if (settings["auto_delete"] is { } delete) attributes.Add(xml.Attribute("orx:auto-delete", delete));
        if (settings.Is("client_editable")) attributes.Add(xml.Attribute("odk:client-editable", "true"));
        return attributes.Count == 0 ? null : xml.Element("submission", attributes);
    }
}
