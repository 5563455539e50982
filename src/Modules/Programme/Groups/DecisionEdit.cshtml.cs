using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Groups;

/// <summary>What the form of a decision posts.</summary>
public sealed class DecisionForm : ChainForm
{
    /// <summary>Id of the meeting.</summary>
    public Guid? Meeting { get; set; }
    /// <summary>Date, month or year.</summary>
    public string? Date { get; set; }
}

/// <summary>Makes or edits a decision.</summary>
[Permit(GroupsFeature.DecisionWrite)]
internal sealed class DecisionEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<Decision, DecisionForm>(db, chain, themes)
{
    protected override string WritePermission => GroupsFeature.DecisionWrite;

    protected override string Kind => Kinds.Decision;

    /// <summary>Meeting to choose beforehand, from a link on the meeting's page.</summary>
    [BindProperty(SupportsGet = true, Name = "meeting")]
    public Guid? Chosen { get; set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    /// <summary>Language of a meeting's title when it is not the page's; null otherwise.</summary>
    public string? LanguageOf(Meeting meeting) => meeting.Title.For(Words.Language) is { IsFallback: true } shown ? shown.Language : null;

    protected override Decision Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override async Task Load(CancellationToken ct)
    {
        Form.Meeting ??= Chosen;
        Meetings = [.. (await Db.Set<Meeting>().AsNoTracking().Where(m => Owners.Contains(m.Owner)).ToListAsync(ct)).OrderByDescending(m => m.Date).ThenBy(m => m.Key, StringComparer.Ordinal)];
    }

    protected override void Fill(DecisionForm form, Decision row) => (form.Meeting, form.Date) = (row.MeetingId, row.Date.ToString());

    protected override async Task Apply(DecisionForm form, Decision row, CancellationToken ct)
    {
        var meeting = await Db.Set<Meeting>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == form.Meeting && (m.Owner == row.Owner || m.Id == row.MeetingId), ct);
        if (meeting is null) ModelState.AddModelError("Form.Meeting", "form.required");
        else
        {
            row.MeetingId = meeting.Id;
            // The meeting chosen is the one the decision follows from, whatever was ticked.
            form.Because.RemoveAll(b => b.StartsWith(Kinds.Meeting + "/", StringComparison.Ordinal));
            if (meeting.PublishedVersion > 0) form.Because.Add(meeting.Published().ToString());
        }
        if (PartialDate.TryParse(form.Date, null, out var date)) row.Date = date;
        else ModelState.AddModelError("Form.Date", "form.date");
    }
}
