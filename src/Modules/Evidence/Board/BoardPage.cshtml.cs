using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Evidence.Chain;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Evidence.Board;

/// <summary>The board of a country or region.</summary>
[Public]
internal sealed class BoardPageModel(BoardCounts board, States states) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    public State? State { get; private set; }

    public IReadOnlyList<State> Choices { get; private set; } = [];

    public IReadOnlyList<BoardLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var all = await states.All(ct);
        Choices = [.. all.Values.Where(s => s.IsRegion || s.Region is not null).OrderBy(s => s.IsRegion ? 0 : s.Fictional ? 2 : 1).ThenBy(s => s.Code, StringComparer.Ordinal)];
        Owner ??= Choices.FirstOrDefault(s => s.IsRegion)?.Code;
        if (Owner is null) return Page();
        if (!all.TryGetValue(Owner, out var state)) return NotFound();
        State = state;
        Lines = await board.Of(Owner, ct);
        return Page();
    }
}

/// <summary>The rows behind one cell of the board.</summary>
[Public]
internal sealed class BoardCellModel(BoardCounts board, IThemes themes, States states) : PageModel
{
    public State State { get; private set; } = null!;

    public ThemeItem Theme { get; private set; } = null!;

    public Stage Stage { get; private set; }

    public IReadOnlyList<ChainVersion> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? owner, string? theme, string? stage, CancellationToken ct)
    {
        if (owner is null || theme is null || stage is null) return NotFound();
        if (!(await states.All(ct)).TryGetValue(owner, out var state) || (await themes.All(ct)).FirstOrDefault(t => t.Id == theme) is not { } item
            || !Enum.TryParse<Stage>(stage, true, out var column) || !Enum.IsDefined(column)) return NotFound();
        (State, Theme, Stage) = (state, item, column);
        Rows = await board.Cell(owner, theme, column, ct);
        return Page();
    }
}
