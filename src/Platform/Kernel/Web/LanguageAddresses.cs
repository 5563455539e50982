using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Web;

/// <summary>Every page's address begins with a language: <c>@page "/projects"</c> is served at <c>/{language}/projects</c>.</summary>
internal sealed class LanguagePrefix : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        foreach (var selector in model.Selectors)
        {
            var route = selector.AttributeRouteModel!;
            route.Template = $"{{language:language}}/{route.Template?.TrimStart('/')}".TrimEnd('/');
        }
    }
}

/// <summary>Language of a request.</summary>
public static class LanguageAddresses
{
    /// <summary>
    /// Before routing: <c>/fr/projects?format=csv</c> is the data address <c>/projects?format=csv</c> read in French.
    /// </summary>
    public static void UseDataAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        var first = end < 0 ? path[1..] : path[1..end];
        if (first.Length > 0 && Languages.Is(first) && context.Request.Query.ContainsKey("format"))
        {
            context.Items[typeof(LanguageAddresses)] = first;
            context.Request.Path = end < 0 ? "/" : path[end..];
        }
        return next();
    });

    /// <summary>After routing: makes the address's language, else the reader's preferred one, the current culture.</summary>
    public static void UseLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Languages.Use(context.GetRouteValue("language") as string ?? context.Items[typeof(LanguageAddresses)] as string ?? Languages.Preferred(context.Request));
        return next();
    });

    /// <summary>The last endpoint: an address without a language, which no other endpoint takes, is redirected to the reader's language.</summary>
    public static IEndpointConventionBuilder MapLanguageRedirect(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/{**path}", (HttpContext context, string? path) =>
        {
            var first = path?.Split('/')[0];
            if (Languages.Is(first) || (path?.Contains('.', StringComparison.Ordinal) == true && path.StartsWith('_')) || context.Request.Query.ContainsKey("format"))
                return Results.NotFound();
            return Results.LocalRedirect($"~/{Languages.Preferred(context.Request)}/{path}{context.Request.QueryString}");
        }).ExcludeFromDescription();
}

/// <summary>A page that makes rows at <c>/findings/new</c> edits them at <c>/findings/{id}/edit</c>: one page, two addresses.</summary>
internal sealed class EditAddress : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        foreach (var template in model.Selectors.Select(s => s.AttributeRouteModel?.Template).OfType<string>().ToList())
            if (Other(template) is { } other) model.Selectors.Add(new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = other } });
    }

    // /findings/new ↔ /findings/{id}/edit; a page known by a code (/projects/{code}/edit) is also at /projects/new.
    private static string? Other(string template) =>
        template.EndsWith("/new", StringComparison.Ordinal) ? template[..^"/new".Length] + "/{id:guid}/edit"
        : template.EndsWith("/{code}/edit", StringComparison.Ordinal) ? template[..^"/{code}/edit".Length] + "/new"
        : null;
}
