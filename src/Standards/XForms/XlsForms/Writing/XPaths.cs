namespace Vaka.XForms.XlsForms;

/// <summary>
/// Turns references into paths. Inside a repeat a reference to the same repeat is relative, so that it means the answer of this round;
/// everywhere else it is the whole path.
/// </summary>
internal sealed class XPaths(Form form)
{
    /// <summary>The expression with each reference replaced by its path.</summary>
    /// <param name="text">Expression as written in a cell.</param>
    /// <param name="from">Node that it belongs to; null when it belongs to none, as with choices.</param>
    /// <param name="current">Write <c>current()/</c> before relative paths: the expression stands in a predicate.</param>
    /// <param name="ofRepeat">Mean the whole repeat, all rounds of it, where choices are taken from its answers.</param>
    public string In(string text, FormNode? from, bool current = false, bool ofRepeat = false) => References.Replace(text, r => Of(r, text, from, current, ofRepeat));

    public string Of(Reference reference, string text, FormNode? from, bool current = false, bool ofRepeat = false)
    {
        var target = form.Named(reference.Name)
            ?? throw new FormRefusedException($"The reference ${{{reference.Name}}} means no single question. Correct it, or rename the questions.", SurveyRow.Sheet, from?.Row);
        if (!reference.LastSaved && from is not null && MayBeRelative(text, reference) && Relative(target, from, ofRepeat) is { } relative)
            return $" {(current || InPredicateOfInstance(text, reference) ? "current()/" : "")}{relative} ";
        return reference.LastSaved ? $" instance('__last-saved'){target.Path} " : $" {target.Path} ";
    }

    private static string? Relative(FormNode target, FormNode from, bool ofRepeat)
    {
        var repeat = from.Ancestors.FirstOrDefault(a => a.IsRepeat && target.Ancestors.Contains(a));
        if (repeat is null) return null;
        var section = from.Ancestors.First(a => a.Kind is SectionKind.Group or SectionKind.Repeat or SectionKind.Meta && target.Ancestors.Contains(a));
        if (ofRepeat && target.Ancestors.First(a => a.IsRepeat) == repeat
            && (!repeat.Ancestors.Any(a => a.IsRepeat) || from.Ancestors.First(a => a.IsRepeat) != repeat))
            section = repeat.Parent!;
        var steps = 1 + from.Ancestors.TakeWhile(a => a != section).Count();
        return string.Join('/', Enumerable.Repeat("..", steps)) + target.PathBelow(section);
    }

    // indexed-repeat() counts rounds itself: its first argument and its repeats must be whole paths.
    private static bool MayBeRelative(string text, Reference reference)
    {
        const string Call = "indexed-repeat(";
        var found = false;
        for (var start = text.IndexOf(Call, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Call, start + 1, StringComparison.Ordinal))
        {
            found = true;
            var close = text.IndexOf(')', start);
            if (close < 0) return false;
            if (reference.Start > close) continue;
            if (reference.End < start) return true;
            var arguments = text[(start + Call.Length)..close].Split(',');
            var at = Array.FindLastIndex(arguments, a => a.Contains($"${{{reference.Name}}}", StringComparison.Ordinal));
            return at >= 0 && at is not (0 or 1 or 3 or 5);
        }
        return !found || reference.Start > text.LastIndexOf(Call, StringComparison.Ordinal);
    }

    // A predicate of instance(…) has another context than the question.
    private static bool InPredicateOfInstance(string text, Reference reference)
    {
        if (!text.Contains("instance(", StringComparison.Ordinal)) return false;
        for (var open = text.IndexOf('['); open >= 0;)
        {
            var close = text.IndexOf(']', open);
            if (close < 0) return false;
            if (reference.Start >= open && reference.End <= close + 1) return true;
            open = text.IndexOf('[', close);
        }
        return false;
    }
}
