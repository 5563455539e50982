namespace Vaka.XForms.XlsForms;

/// <summary>Choices by <c>search()</c> in the appearance: they stay in the body, where the app puts others in their place.</summary>
internal static class Search
{
    public static bool Uses(Question question) =>
        question.Control.GetValueOrDefault("appearance") is { } appearance && appearance.IndexOf("search(", StringComparison.Ordinal) is var at and >= 0 && appearance.IndexOf(')', at) > 0;

    /// <summary>Marks the lists that are searched.</summary>
    public static void Mark(Form form)
    {
        var selects = form.Survey.SelfAndDescendants.OfType<Question>().Where(q => q.IsSelect).ToList();
        foreach (var question in selects.Where(Uses))
        {
            if (!form.Lists.TryGetValue(question.Itemset!, out var list))
                throw new FormRefusedException($"The question '{question.Name}' uses search() and so needs a list of the choices sheet. Remove search() from its appearance, or change its type.", SurveyRow.Sheet, question.Row, "appearance");
            list.BySearch = true;
            var others = selects.Where(q => q.Itemset == question.Itemset && !Uses(q)).Select(q => $"'{q.Name}'").ToList();
            if (others.Count > 0)
                throw new FormRefusedException($"The list '{list.Name}' is searched by '{question.Name}' and not by {string.Join(", ", others)}. Use search() for all of them, or another list.", SurveyRow.Sheet, question.Row, "appearance");
        }
    }
}
