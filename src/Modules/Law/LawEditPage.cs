using System.Globalization;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Law;

/// <summary>What the forms of this module read in the same way.</summary>
internal abstract class LawEditPage<T, TForm>(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<T, TForm>(db, chain, themes)
    where T : ChainRow where TForm : ChainForm, new()
{
    /// <summary>Hours by which the islands farthest east of the date line are ahead of UTC: their today is nobody's future.</summary>
    private const int FarthestAhead = 14;

    /// <summary>A day that has come; the default with a model error otherwise.</summary>
    protected DateOnly Day(string field, string? text, TimeProvider clock)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) ModelState.AddModelError(field, "form.date");
        else if (day > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(FarthestAhead))) ModelState.AddModelError(field, "law.day-in-future");
        return day;
    }

    /// <summary>A date at any precision; null when blank, or with a model error when it is none.</summary>
    protected PartialDate? Date(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (PartialDate.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var date)) return date;
        ModelState.AddModelError(field, "form.date");
        return null;
    }

    /// <summary>One of a closed list, or a model error.</summary>
    protected TChoice Choice<TChoice>(string field, string? text) where TChoice : struct, Enum
    {
        if (Enum.TryParse<TChoice>(text, out var value) && Enum.IsDefined(value)) return value;
        ModelState.AddModelError(field, "form.required");
        return default;
    }

    /// <summary>A text with what the form says put in, or a model error when it is then empty.</summary>
    protected LocalText Needed(string field, LocalText old, Dictionary<string, string?> form)
    {
        var text = Merge(old, form);
        if (text.IsEmpty) ModelState.AddModelError(field, "form.required");
        return text;
    }

    /// <summary>A line of at most so many characters, or a model error; never null.</summary>
    protected string Line(string field, string? text, int most, bool needed = false)
    {
        var line = text?.Trim() ?? "";
        if (needed && line.Length == 0) ModelState.AddModelError(field, "form.required");
        if (line.Length > most) ModelState.AddModelError(field, "form.too-long");
        return line;
    }

    /// <summary>A text as a form holds it.</summary>
    protected static Dictionary<string, string?> Texts(LocalText text) => text.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);

    /// <summary>Of this kind the row follows from just these, as fields of the form say, and not from what was ticked.</summary>
    protected static void Follows(TForm form, string kind, params ChainRow?[] rows)
    {
        form.Because.RemoveAll(b => Ref.TryParse(b, null, out var r) && r.Kind == kind);
        form.Because.AddRange(rows.Where(r => r is { PublishedVersion: > 0 }).Select(r => r!.Published().ToString()));
    }
}
