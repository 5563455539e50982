namespace Vaka.XForms.XlsForms;

/// <summary>The block <c>meta</c>: what an answered form says of itself, and the entities it makes.</summary>
internal static class MetaBlock
{
    public static void Put(Form form, FormParts parts)
    {
        var settings = parts.Settings;
        var places = EntityPlaces.Find(parts.SavedTo, form.Survey);
        foreach (var (section, entity) in places) FormNode.Put(entity.Nodes(section.Repeats > 0), Of(section));
        if (places.Count > 0) form.EntitiesVersion = places.Count > 1 || places.Keys.Any(s => s.Repeats > 0) ? "2025.1.0" : "2024.1.0";

        var nodes = new List<FormNode>(parts.Meta);
        if (!settings.Is("omit_instanceID"))
            nodes.Add(new Question("instanceID", QuestionType.Named("calculate")!) { Bind = { ["readonly"] = "true()", ["jr:preload"] = settings["instance_id"] ?? "uid" } });
        else if (settings["public_key"] is not null)
            throw new FormRefusedException("An encrypted form needs an instanceID. Empty the column 'omit_instanceID'.", "settings", null, "omit_instanceID");
        if (settings["instance_name"] is { } name) nodes.Add(new Question("instanceName", QuestionType.Named("calculate")!) { Bind = { ["calculate"] = name } });
        if (nodes.Count == 0) return;
        var meta = Of(form.Survey);
        foreach (var node in nodes) FormNode.Put(node, meta);
    }

    private static Section Of(Section section)
    {
        if (section.Children.OfType<Section>().FirstOrDefault(s => s.Kind == SectionKind.Meta) is { } there) return there;
        var meta = new Section("meta", SectionKind.Meta);
        FormNode.Put(meta, section);
        return meta;
    }
}
