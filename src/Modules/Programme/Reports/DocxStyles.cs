using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Vaka.Programme.Reports;

/// <summary>The styles of a report's file, named as Word names its own, so that its navigation pane and a screen reader find the headings.</summary>
internal static class DocxStyles
{
    /// <summary>The tag of a language in the file: of the culture whose dates and numbers the pages use.</summary>
    public static string Tag(string language) => language == "fr" ? "fr-FR" : "en-NZ";

    public static void Add(MainDocumentPart main, string language)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "22" }, new Languages { Val = Tag(language) })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
            Paragraph("Normal", "Normal", null, null, null, true),
            Paragraph("Title", "Title", null, new SpacingBetweenLines { After = "60" }, Letters("40")),
            Paragraph("Subtitle", "Subtitle", null, new SpacingBetweenLines { After = "240" }, Letters("26", false)),
            Heading(1, "32"), Heading(2, "26"), Heading(3, "23"),
            Paragraph("Caption", "caption", null, new SpacingBetweenLines { Before = "120", After = "60" }, Letters("20"), keep: true),
            Paragraph("Header", "header", null, null, Letters("18", false)),
            Paragraph("ListBullet", "List Bullet", new NumberingProperties(new NumberingId { Val = 1 }), null, null),
            Paragraph("Warning", "Warning", new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 8, Color = "9A5B00" }), null, null),
            Paragraph("TableText", "Table Text", null, new SpacingBetweenLines { Before = "20", After = "20", Line = "240", LineRule = LineSpacingRuleValues.Auto }, Letters("19", false)),
            Table());
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(new MultiLevelType { Val = MultiLevelValues.SingleLevel },
                new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }, new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
                { LevelIndex = 0 })
            { AbstractNumberId = 1 },
            new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
    }

    private static Style Heading(int level, string size) =>
        Paragraph($"Heading{level}", $"heading {level}", new OutlineLevel { Val = level - 1 }, new SpacingBetweenLines { Before = "280", After = "80" }, Letters(size), keep: true);

    private static StyleRunProperties Letters(string halfPoints, bool bold = true)
    {
        var letters = new StyleRunProperties();
        if (bold) letters.Append(new Bold());
        letters.Append(new FontSize { Val = halfPoints });
        return letters;
    }

    // Children of a style's paragraph properties stand in the order of the schema: keepNext, numPr, pBdr, spacing, outlineLvl.
    private static Style Paragraph(string id, string name, OpenXmlElement? own, SpacingBetweenLines? spacing, StyleRunProperties? letters, bool isDefault = false, bool keep = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        if (name is not "Warning" and not "Table Text") style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (keep) paragraph.Append(new KeepNext());
        if (own is not null and not OutlineLevel) paragraph.Append(own);
        if (spacing is not null) paragraph.Append(spacing);
        if (own is OutlineLevel) paragraph.Append(own);
        if (paragraph.HasChildren) style.Append(paragraph);
        if (letters is not null) style.Append(letters);
        return style;
    }

    private static Style Table()
    {
        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "7F8C94" };
        return new Style(
            new StyleName { Val = "Report Table" },
            new StyleTableProperties(
                new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new RunPropertiesBaseStyle(new Bold()), new TableStyleConditionalFormattingTableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E6EEF2" })) { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = "ReportTable", CustomStyle = true };
    }
}
