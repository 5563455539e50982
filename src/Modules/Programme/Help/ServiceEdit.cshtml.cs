using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Countries;

namespace Vaka.Programme.Help;

/// <summary>What the form of a service posts.</summary>
public sealed class ServiceForm : SourcedForm
{
    /// <summary>Name per language.</summary>
    public Dictionary<string, string?> Name { get; set; } = [];
    /// <summary>Whom it serves and how, per language.</summary>
    public Dictionary<string, string?> What { get; set; } = [];
    /// <summary>Kind of service.</summary>
    public string? Kind { get; set; }
    /// <summary>As its source writes it.</summary>
    public string? Phone { get; set; }
    /// <summary>Web page.</summary>
    public string? Url { get; set; }
}

/// <summary>Edits a service. A number is shown to readers only once somebody says that it was checked.</summary>
[Permit(HelpFeature.ServiceWrite)]
internal sealed class ServiceEditModel(VakaDb db) : SourcedEditPage<HelpService, ServiceForm>(db)
{
    protected override string WritePermission => HelpFeature.ServiceWrite;

    protected override string FieldPrefix => "service.field";

    public override string Back => $"/help/{Row.Owner}#{Row.Key}";

    protected override Task<HelpService?> Find(CancellationToken ct)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        return Db.Set<HelpService>().FirstOrDefaultAsync(s => s.Id == id, ct);
    }

    protected override void Fill(ServiceForm form, HelpService row)
    {
        (form.Name, form.What, form.Kind, form.Phone, form.Url) = (All(row.Name), All(row.What), row.Kind.ToString(), row.Phone, row.Url);
        (form.Source, form.AsAt) = (row.Source, row.AsAt.ToString());
    }

    protected override void Apply(ServiceForm form, HelpService row)
    {
        (row.Name, row.What) = (Merge(row.Name, form.Name), Merge(row.What, form.What));
        if (row.Name.IsEmpty) ModelState.AddModelError("Form.Name", "form.required");
        if (Enum.TryParse<ServiceKind>(form.Kind, out var kind) && Enum.IsDefined(kind)) row.Kind = kind;
        else ModelState.AddModelError("Form.Kind", "form.required");
        (row.Phone, row.Url) = (form.Phone?.Trim() ?? "", form.Url?.Trim() ?? "");
        if (row.Phone.Length > 60) ModelState.AddModelError("Form.Phone", "form.too-long");
        // The address becomes a link: nothing but a web page may stand there.
        if (row.Url.Length > 0 && (row.Url.Length > 400 || !(Uri.TryCreate(row.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))) ModelState.AddModelError("Form.Url", "form.invalid");
        var (source, asAt, verified) = Sourced(form);
        (row.Source, row.AsAt, row.IsVerified) = (source, asAt ?? row.AsAt, verified);
    }
}
