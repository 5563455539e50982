using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Law;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.Law.Amendments;
using Vaka.Law.Instruments;
using Vaka.Law.Validations;

namespace Vaka.Law.PathToLaw;

/// <summary>An amendment came into force: the fact that the manual explains and an indicator counts. Its key is the amendment's.</summary>
internal sealed class Commencement : ChainRow
{
    public Guid AmendmentId { get; init; }

    public DateOnly On { get; set; }

    public override string Kind => Kinds.Commencement;

    public override string Path => $"/commencements/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("commencement.on", Dated(PartialDate.Of(On)))];

    public static void Map(ModelBuilder model) => model.Entity<Commencement>(c =>
    {
        c.ToTable("commencements");
        c.HasIndex(x => x.AmendmentId).IsUnique();
    });
}

/// <summary>Takes amendments along the path of their country, for the page and for files alike. The caller saves.</summary>
internal sealed class AmendmentPaths(VakaDb db, IChain chain, IPublish outbox)
{
    /// <summary>Releases a draft to all whom its audience names, as a version of its own.</summary>
    public async Task Release(Amendment amendment, CancellationToken ct)
    {
        amendment.Released = true;
        await chain.Publish(amendment, null, ct);
        await chain.Share(amendment, ct);
    }

    /// <summary>Where an amendment stands, what is not saved yet included.</summary>
    public async Task<LawPath> Of(Amendment amendment, CancellationToken ct)
    {
        var steps = await db.Set<PathStep>().AsNoTracking().Where(s => s.Owner == amendment.Owner).ToListAsync(ct);
        await db.Set<AmendmentStep>().Where(s => s.AmendmentId == amendment.Id).LoadAsync(ct);
        return new(steps, db.Set<AmendmentStep>().Local.Where(s => s.AmendmentId == amendment.Id));
    }

    /// <summary>Words key of why the amendment cannot take a step on a day; null when it can. Changes nothing.</summary>
    public async Task<string?> Refuse(Amendment amendment, string step, DateOnly on, CancellationToken ct)
    {
        var path = await Of(amendment, ct);
        if (path.Refuse(step, on) is { } refused) return refused;
        if (step != PathStep.Commencement || path.Taken(step) is not null) return null;
        if (!amendment.Released) return "amendment.not-released";
        if (amendment.PublishedVersion == 0) return "amendment.not-published";
        if ((await Cleared(amendment, on, ct)).Refused is { } notCleared) return notCleared;
        return amendment.IsOverrun(await ProvisionOf(amendment, ct)) ? "amendment.overrun" : null;
    }

    /// <summary>
    /// Brings an amendment that has taken its last step into force, once: a commencement follows from the validation and the amendment, the
    /// provision gets its new text as a new version, and others hear of it. A later date correction only moves the day.
    /// </summary>
    public async Task Commence(Amendment amendment, DateOnly on, CancellationToken ct)
    {
        if (await db.Set<Commencement>().FirstOrDefaultAsync(c => c.AmendmentId == amendment.Id, ct) is { } already)
        {
            if (already.On == on) return;
            (already.On, amendment.CommencedOn) = (on, on);
            await chain.Publish(already, null, ct);
            return;
        }
        var validation = (await Cleared(amendment, on, ct)).Validation ?? throw new InvalidOperationException($"Amendment {amendment.Key} was not validated.");
        var provision = await ProvisionOf(amendment, ct);
        var commencement = new Commencement
        {
            Owner = amendment.Owner, Key = amendment.Key, AmendmentId = amendment.Id, On = on, Title = amendment.Title, Summary = amendment.Summary, Themes = amendment.Themes,
            Audience = amendment.Audience, SharedWith = amendment.SharedWith, Fictional = amendment.Fictional, Synthetic = amendment.Synthetic,
        };
        db.Add(commencement);
        await chain.Publish(commencement, [validation.Published(), amendment.Published()], ct);
        amendment.CommencedOn = on;
        provision.Amend(amendment.Id, amendment.After, on);
        await chain.Publish(provision, null, ct);
        outbox.Publish(new AmendmentCommenced(amendment.Id, amendment.Owner, on));
    }

    private Task<Provision> ProvisionOf(Amendment amendment, CancellationToken ct) => db.Set<Provision>().FirstAsync(p => p.Id == amendment.ProvisionId, ct);

    private async Task<(Validation? Validation, string? Refused)> Cleared(Amendment amendment, DateOnly on, CancellationToken ct) =>
        LawPath.Cleared(await db.Set<Validation>().Where(v => v.AmendmentId == amendment.Id && v.PublishedVersion > 0).ToListAsync(ct), amendment.TextHash, on);
}

/// <summary>Amendments in force, for indicators.</summary>
internal sealed class AmendmentsCommenced(VakaDb db, IServiceScopeFactory scopes) : IMeasure
{
    public string Name => "law.amendments-commenced";

    public bool CountsPeople => false;

    public async Task<IReadOnlyList<MeasuredRow>> Rows(string owner, CancellationToken ct = default)
    {
        // Within an import the system reads what it has not committed yet; for anybody else a scope of its own reads all.
        if (db.Viewer.IsSystem) return await Read(db, owner, ct);
        await using var scope = scopes.CreateSystemScope("measure");
        return await Read(scope.ServiceProvider.GetRequiredService<VakaDb>(), owner, ct);
    }

    private static async Task<IReadOnlyList<MeasuredRow>> Read(VakaDb db, string owner, CancellationToken ct) =>
        [.. (await db.Set<Commencement>().AsNoTracking().Where(c => c.Owner == owner).OrderBy(c => c.On).ThenBy(c => c.Key).ToListAsync(ct))
            .Select(c => new MeasuredRow(c.Owner, c.On, null, null, c.Key, c.Path))];
}
