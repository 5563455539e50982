namespace Vaka.XForms.XlsForms;

/// <summary>A row of the entities sheet: what an answered form creates or changes in a list.</summary>
internal sealed record EntityDeclaration(string List, string? Id, string? CreateIf, string? UpdateIf, string? Label, int Row)
{
    public const string Sheet = "entities";

    public static OrderedDictionary<string, EntityDeclaration> ReadAll(Sheet sheet)
    {
        var all = new OrderedDictionary<string, EntityDeclaration>(StringComparer.Ordinal);
        if (sheet.Rows.Count == 0) return all;
        var columns = new ColumnNames(sheet, Columns.EntityAliases, Columns.Entities);
        foreach (var row in sheet.Rows)
        {
            var fields = columns.Read(row, "default", oneSpace: false);
            if (fields.Keys.FirstOrDefault(k => !Columns.Entities.Contains(k)) is { } unknown)
                throw new FormRefusedException($"The column '{unknown}' is not known in the entities sheet. Correct its heading, or remove it.", Sheet, 1, unknown);
            string? Text(string name) => fields.GetValueOrDefault(name)?.Any;
            var one = new EntityDeclaration(Text("dataset") ?? "", Text("entity_id"), Text("create_if"), Text("update_if"), Text("label"), row.Number);
            one.Check();
            if (!all.TryAdd(one.List, one)) throw one.Refuse($"The list '{one.List}' is declared twice. Remove one of the rows.", "list_name");
        }
        return all;
    }

    /// <summary>Names of questions that the row refers to.</summary>
    public IEnumerable<string> Names => new[] { Id, CreateIf, UpdateIf, Label }.OfType<string>().SelectMany(t => References.Find(t)).Select(r => r.Name).Distinct(StringComparer.Ordinal);

    public FormRefusedException Refuse(string message, string? column = null) => new(message, Sheet, Row, column);

    /// <summary>The nodes that declare it, for the section that it stands in.</summary>
    public Section Nodes(bool inRepeat)
    {
        var entity = new Section("entity", SectionKind.Entity) { Row = Row };
        void Put(string name, string value = "", string? calculate = null) =>
            FormNode.Put(new EntityAttribute(name, value) { Row = Row, Bind = calculate is null ? new() : Calculated(calculate) }, entity);

        Put("dataset", List);
        if (Id is null || CreateIf is not null) Put("create", "1", CreateIf);
        var id = new EntityAttribute("id", "") { Row = Row, Bind = Calculated(Id) };
        if (Id is null)
        {
            id.Actions.Add(new("setvalue", FormAction.FirstLoad, "uuid()"));
            if (inRepeat) id.Actions.Add(new("setvalue", FormAction.NewRepeat, "uuid()"));
        }
        else
        {
            Put("update", "1", UpdateIf);
            foreach (var (name, column) in ((string, string)[])[("baseVersion", "__version"), ("trunkVersion", "__trunkVersion"), ("branchId", "__branchId")])
                Put(name, calculate: $"instance('{List}')/root/item[name={Id}]/{column}");
        }
        FormNode.Put(id, entity);
        if (Label is not null) FormNode.Put(new EntityLabel { Row = Row, Bind = Calculated(Label) }, entity);
        return entity;
    }

    private static OrderedDictionary<string, Field> Calculated(string? expression)
    {
        var bind = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        if (expression is not null) bind["calculate"] = expression;
        bind["readonly"] = "true()";
        bind["type"] = "string";
        return bind;
    }

    private void Check()
    {
        if (List.Length == 0) throw Refuse("The entity list has no name. Fill in the column 'list_name'.", "list_name");
        if (List.StartsWith("__", StringComparison.Ordinal)) throw Refuse("The name of an entity list cannot begin with two underscores. Rename it.", "list_name");
        if (List.Contains('.', StringComparison.Ordinal)) throw Refuse("The name of an entity list cannot hold a full stop. Rename it.", "list_name");
        if (!XmlNames.IsName(List)) throw Refuse($"'{List}' cannot be the name of an entity list. {XmlNames.Rule}", "list_name");
        if (Id is null && UpdateIf is not null) throw Refuse("What is updated must be found: fill in 'entity_id', or write the condition into 'create_if'.", "entity_id");
        if (Id is not null && CreateIf is not null && UpdateIf is null) throw Refuse("Where entity_id and create_if are given, it must be said when to update: fill in 'update_if', or empty 'entity_id'.", "update_if");
        if (Id is null && Label is null) throw Refuse("An entity that is created needs a label. Fill in the column 'label'.", "label");
    }
}
