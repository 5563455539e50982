using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Editing;

namespace Vaka.Programme.Countries;

/// <summary>What every form of a sourced statement posts.</summary>
public class SourcedForm : RowForm
{
    /// <summary>Address or citation.</summary>
    public string? Source { get; set; }
    /// <summary>When the source said so.</summary>
    public string? AsAt { get; set; }
    /// <summary>Verified or unverified: said anew whenever the statement is edited.</summary>
    public string? Checked { get; set; }
}

/// <summary>What the form of a fact posts.</summary>
public sealed class FactForm : SourcedForm
{
    /// <summary>Title per language.</summary>
    public Dictionary<string, string?> Title { get; set; } = [];
    /// <summary>Text per language.</summary>
    public Dictionary<string, string?> Text { get; set; } = [];
    /// <summary>What it is about.</summary>
    public string? Topic { get; set; }
    /// <summary>When what is said happened or held.</summary>
    public string? Date { get; set; }
}

/// <summary>Edits a statement that has a source, a date of the source and a mark that it was checked; none of the three can be left out.</summary>
internal abstract class SourcedEditPage<T, TForm>(VakaDb db) : RowEditPage<T, TForm>(db) where T : Row where TForm : SourcedForm, new()
{
    /// <summary>Reads the three; adds model errors for those that are missing.</summary>
    protected (string Source, PartialDate? AsAt, bool IsVerified) Sourced(SourcedForm form)
    {
        var source = form.Source?.Trim() ?? "";
        if (source.Length == 0) ModelState.AddModelError("Form.Source", "form.required");
        else if (source.Length > 600) ModelState.AddModelError("Form.Source", "form.too-long");
        PartialDate? asAt = PartialDate.TryParse(form.AsAt, null, out var date) ? date : null;
        if (asAt is null) ModelState.AddModelError("Form.AsAt", "form.date");
        if (!Enum.TryParse<Check>(form.Checked, out var check) || !Enum.IsDefined(check)) ModelState.AddModelError("Form.Checked", "form.required");
        return (source, asAt, check == Check.Verified);
    }
}

/// <summary>Edits a fact about a country. What it contradicts stays with it.</summary>
[Permit(CountriesFeature.FactWrite)]
internal sealed class FactEditModel(VakaDb db) : SourcedEditPage<CountryFact, FactForm>(db)
{
    protected override string WritePermission => CountriesFeature.FactWrite;

    protected override string FieldPrefix => "fact.field";

    public override string Back => $"/countries/{Row.Owner}#{Row.Key}";

    protected override Task<CountryFact?> Find(CancellationToken ct)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        return Db.Set<CountryFact>().FirstOrDefaultAsync(f => f.Id == id, ct);
    }

    protected override void Fill(FactForm form, CountryFact row)
    {
        (form.Title, form.Text, form.Topic, form.Date) = (All(row.Title), All(row.Text), row.Topic.ToString(), row.Date?.ToString());
        (form.Source, form.AsAt) = (row.Source, row.AsAt.ToString());
    }

    protected override void Apply(FactForm form, CountryFact row)
    {
        (row.Title, row.Text) = (Merge(row.Title, form.Title), Merge(row.Text, form.Text));
        if (row.Title.IsEmpty) ModelState.AddModelError("Form.Title", "form.required");
        if (Enum.TryParse<FactTopic>(form.Topic, out var topic) && Enum.IsDefined(topic)) row.Topic = topic;
        else ModelState.AddModelError("Form.Topic", "form.required");
        if (string.IsNullOrWhiteSpace(form.Date)) row.Date = null;
        else if (PartialDate.TryParse(form.Date, null, out var date)) row.Date = date;
        else ModelState.AddModelError("Form.Date", "form.date");
        var (source, asAt, verified) = Sourced(form);
        (row.Source, row.AsAt, row.IsVerified) = (source, asAt ?? row.AsAt, verified);
    }
}
