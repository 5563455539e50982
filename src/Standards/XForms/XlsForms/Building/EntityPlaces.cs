namespace Vaka.XForms.XlsForms;

/// <summary>
/// Finds for each entity the section whose meta block declares it: the deepest that all its references can share, none used twice.
/// </summary>
internal static class EntityPlaces
{
    private sealed record Wish(EntityDeclaration Entity, Section Scope, Section Place, IReadOnlyList<Section> SavedIn);

    public static IReadOnlyDictionary<Section, EntityDeclaration> Find(EntityReferences references, Section survey)
    {
        var wishes = references.Declarations.Values
            .Select(d => references.ByList.TryGetValue(d.List, out var all) && all.Count > 0 ? WishOf(d, all) : new Wish(d, survey, survey, [])).ToList();
        // The only entity of a form without repeats stands at the form itself, as the first version of the specification had it.
        if (wishes is [{ } only] && only.Scope == survey) return new Dictionary<Section, EntityDeclaration> { [survey] = only.Entity };

        var (placed, reserved) = (new Dictionary<Section, EntityDeclaration>(), new Dictionary<Section, EntityDeclaration>());
        foreach (var wish in wishes.OrderBy(w => w.Entity.Row)) Place(wish, placed, reserved);
        return placed;
    }

    private static Wish WishOf(EntityDeclaration entity, List<EntityReference> references)
    {
        var deepest = references.MaxBy(r => r.Container.Scope.Repeats)!;
        var scope = deepest.Container.Scope;
        var saved = references.Where(r => r.Property is not null).ToList();
        Section place;
        if (saved.Count == 0) place = references.Where(r => r.Container.Scope == scope).MaxBy(r => r.Container.DepthInScope)!.Container;
        else
        {
            var innermost = saved.MaxBy(r => (r.Container.Scope.Repeats, r.Container.DepthInScope))!.Container;
            var shared = saved.Select(r => r.Container).Aggregate(Shared);
            place = saved.TrueForAll(r => r.Container == innermost) ? innermost : new[] { innermost.Scope, shared }.MaxBy(s => (s.Repeats, s.DepthInScope))!;
        }
        foreach (var reference in references)
        {
            var fits = scope.SelfAndAncestors.Contains(reference.Container.Scope) && (reference.Property is null || reference.Container.Scope == scope);
            if (fits) continue;
            var (there, here) = (scope.Path, reference.Container.Path);
            throw reference.Property is not null
                ? new FormRefusedException($"The list '{entity.List}' is spoken of in {there}, where an answer of {here} cannot be saved. Copy the value with a calculation in the right repeat, or correct the list.", SurveyRow.Sheet, reference.Row, "save_to")
                : entity.Refuse($"The list '{entity.List}' is spoken of in {there}, where '{reference.Question}' of {here} is out of reach. Copy the value with a calculation in the right repeat, or correct the reference.");
        }
        return new(entity, scope, place, [.. saved.Select(r => r.Container).Distinct()]);
    }

    private static void Place(Wish wish, Dictionary<Section, EntityDeclaration> placed, Dictionary<Section, EntityDeclaration> reserved)
    {
        EntityDeclaration? inTheWay = null;
        foreach (var section in wish.Place.SelfAndAncestors)
        {
            inTheWay = placed.GetValueOrDefault(section) ?? reserved.GetValueOrDefault(section);
            if (inTheWay is null)
            {
                placed[section] = reserved[section] = wish.Entity;
                // Between the entity and what it saves no other entity may stand.
                foreach (var between in wish.SavedIn.SelectMany(s => s.SelfAndAncestors.TakeWhile(a => a != section))) reserved[between] = wish.Entity;
                return;
            }
            if (wish.SavedIn.Any(reserved.ContainsKey) || section == wish.Scope) break;
        }
        throw wish.Entity.Refuse($"The list '{wish.Entity.List}' finds no place: the section {wish.Place.Path} is taken by the entity of row {inTheWay!.Row}. Save to one of them from another group.");
    }

    private static Section Shared(Section a, Section b) => a.SelfAndAncestors.First(b.SelfAndAncestors.Contains);
}
