using System.Text.RegularExpressions;

namespace Vaka.XForms.Forms;

/// <summary>What a change of the form does to answers that were collected before and after it.</summary>
public enum Comparability
{
    /// <summary>They cannot be put together without a rule that says how.</summary>
    Breaks,
    /// <summary>They can be put together, but people were asked something else or in another way.</summary>
    Affects,
    /// <summary>They can be put together.</summary>
    Keeps,
}

/// <summary>What changed in a form.</summary>
public enum FormChangeKind
{
    /// <summary>A question is no longer there.</summary>
    Removed,
    /// <summary>A question is new.</summary>
    Added,
    /// <summary>Its answers are of another type, or one became several.</summary>
    Type,
    /// <summary>It moved into a repeat, out of one or to another.</summary>
    Repeat,
    /// <summary>A choice is no longer offered.</summary>
    ChoiceRemoved,
    /// <summary>A choice is new.</summary>
    ChoiceAdded,
    /// <summary>A choice's code stands for another text.</summary>
    ChoiceReworded,
    /// <summary>The question is worded differently.</summary>
    Reworded,
    /// <summary>It is asked of others.</summary>
    Relevance,
    /// <summary>Other answers are accepted.</summary>
    Constraint,
    /// <summary>It must be answered, or no longer.</summary>
    Required,
    /// <summary>It is calculated differently.</summary>
    Calculation,
    /// <summary>A language is no longer there.</summary>
    LanguageRemoved,
    /// <summary>A language is new.</summary>
    LanguageAdded,
}

/// <summary>One difference between two versions of a form.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Effect">What it does to comparability.</param>
/// <param name="Path">The question's path in the newer version, in the older one if it is gone; empty for the form as a whole.</param>
/// <param name="Before">As it was; null when there was nothing.</param>
/// <param name="After">As it is; null when there is nothing.</param>
/// <param name="Language">Language of the texts; null when it is no text.</param>
public sealed record FormChange(FormChangeKind Kind, Comparability Effect, string Path, string? Before, string? After, string? Language = null);

/// <summary>Compares two versions of a form by what they do to the answers.</summary>
/// <remarks>
/// A question is known by its name where that is unique in both versions, else by its path, so that moving it into another group is no change: the
/// group is no part of what was asked. Within a repeat it is asked about something else, so that is.
/// </remarks>
public static partial class FormDiff
{
    /// <summary>The differences, those that break comparability first, then in the order of the form. Order, hints, media and appearance are none.</summary>
    public static IReadOnlyList<FormChange> Of(XForm before, XForm after)
    {
        var changes = new List<FormChange>();
        var (old, now) = (Questions(before), Questions(after));
        bool Unique(string name) => old.Count(q => q.Name == name) <= 1 && now.Count(q => q.Name == name) <= 1;
        string Key(FormNode q) => Unique(q.Name) ? q.Name : q.Path;
        var earlier = old.ToDictionary(Key, StringComparer.Ordinal);
        foreach (var question in now)
            if (earlier.Remove(Key(question), out var was)) Compare(before, was, after, question, changes);
            else changes.Add(new(FormChangeKind.Added, Comparability.Keeps, question.Path, null, Wording(after, question, after.Texts.Default)));
        changes.AddRange(old.Where(q => earlier.ContainsKey(Key(q))).Select(q => new FormChange(FormChangeKind.Removed, Comparability.Breaks, q.Path, Wording(before, q, before.Texts.Default), null)));
        changes.AddRange(before.Texts.Languages.Except(after.Texts.Languages).Select(l => new FormChange(FormChangeKind.LanguageRemoved, Comparability.Affects, "", l, null)));
        changes.AddRange(after.Texts.Languages.Except(before.Texts.Languages).Select(l => new FormChange(FormChangeKind.LanguageAdded, Comparability.Keeps, "", null, l)));
        return [.. changes.OrderBy(c => c.Effect)];
    }

    private static List<FormNode> Questions(XForm form) => [.. form.Root.All().Where(n => n.Kind == FormNodeKind.Value && (n.Control is not null || n.Bind.Calculate is not null))];

    private static void Compare(XForm before, FormNode was, XForm after, FormNode now, List<FormChange> changes)
    {
        void Differs(FormChangeKind kind, Comparability effect, string? from, string? to, string? language = null)
        {
            if (Squeezed(from) != Squeezed(to)) changes.Add(new(kind, effect, now.Path, from, to, language));
        }
        // The groups on the way to a question are no part of a rule.
        void Rule(FormChangeKind kind, Comparability effect, string? from, string? to)
        {
            if (Squeezed(Groups().Replace(from ?? "", "")) != Squeezed(Groups().Replace(to ?? "", ""))) changes.Add(new(kind, effect, now.Path, from, to));
        }
        Differs(FormChangeKind.Type, Comparability.Breaks, Type(was), Type(now));
        Differs(FormChangeKind.Repeat, Comparability.Breaks, Repeat(before, was), Repeat(after, now));
        Rule(FormChangeKind.Relevance, Comparability.Affects, was.Bind.Relevant, now.Bind.Relevant);
        Rule(FormChangeKind.Constraint, Comparability.Affects, was.Bind.Constraint, now.Bind.Constraint);
        Rule(FormChangeKind.Required, Comparability.Affects, was.Bind.Required, now.Bind.Required);
        Rule(FormChangeKind.Calculation, Comparability.Breaks, was.Bind.Calculate, now.Bind.Calculate);
        var shared = before.Texts.Languages.Intersect(after.Texts.Languages).DefaultIfEmpty("").ToList();
        foreach (var language in shared) Differs(FormChangeKind.Reworded, Comparability.Affects, Wording(before, was, language), Wording(after, now, language), language.Length > 0 ? language : null);
        Choices(before, was, after, now, shared, changes);
    }

    private static void Choices(XForm before, FormNode was, XForm after, FormNode now, List<string> languages, List<FormChange> changes)
    {
        var (old, choices) = (FormChoices.Of(before, was), FormChoices.Of(after, now));
        string Shown(XForm form, FormChoice c, string? language = null) => form.Texts.Say(c.Label, language) is { Length: > 0 } label ? $"{c.Value}: {label}" : c.Value;
        foreach (var gone in old.Where(o => choices.All(c => c.Value != o.Value))) changes.Add(new(FormChangeKind.ChoiceRemoved, Comparability.Breaks, now.Path, Shown(before, gone), null));
        foreach (var added in choices.Where(c => old.All(o => o.Value != c.Value))) changes.Add(new(FormChangeKind.ChoiceAdded, Comparability.Affects, now.Path, null, Shown(after, added)));
        foreach (var (o, c) in old.Join(choices, o => o.Value, c => c.Value, (o, c) => (o, c)))
            foreach (var language in languages)
                if (Squeezed(before.Texts.Say(o.Label, language)) != Squeezed(after.Texts.Say(c.Label, language)))
                    changes.Add(new(FormChangeKind.ChoiceReworded, Comparability.Breaks, now.Path, Shown(before, o, language), Shown(after, c, language), language.Length > 0 ? language : null));
    }

    // A calculation keeps its bind type; a select is told by its control, which says whether an answer is one value or several.
    private static string Type(FormNode node) => node.Control is { HasChoices: true } control ? control.Name : node.Control is { Name: "upload" or "trigger" } other ? other.Name : node.Bind.Type;

    private static string? Repeat(XForm form, FormNode node)
    {
        for (var slash = node.Path.LastIndexOf('/'); slash > 0; slash = node.Path.LastIndexOf('/', slash - 1))
            if (form.ByPath.TryGetValue(node.Path[..slash], out var above) && above.Kind == FormNodeKind.Repeat) return above.Name;
        return null;
    }

    private static string? Wording(XForm form, FormNode node, string? language) => form.Texts.Say(node.Control?.Label ?? node.Label, language);

    private static string Squeezed(string? text) => text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"(?<![\w)])/(?:[\w.:-]+/)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Groups();
}
