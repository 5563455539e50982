using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Vaka.Kernel.Words;

/// <summary>The languages of the pages and the cultures that dates, numbers and money follow.</summary>
public static class Languages
{
    /// <summary>The made-up language of the tests; served only when the configuration says so.</summary>
    public const string Pseudo = "qps";

    // d/m/y in both: the Pacific's order.
    private static readonly Dictionary<string, (CultureInfo Culture, CultureInfo Ui)> Known = new(StringComparer.Ordinal)
    {
        ["en"] = (CultureInfo.GetCultureInfo("en-NZ"), CultureInfo.GetCultureInfo("en")),
        ["fr"] = (CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("fr")),
        [Pseudo] = (CultureInfo.GetCultureInfo("en-NZ"), CultureInfo.GetCultureInfo("qps-Ploc")),
    };

    /// <summary>Languages offered to readers, each in its own name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Offered { get; } = [("en", "English"), ("fr", "Français")];

    /// <summary>Cookie that remembers the reader's choice.</summary>
    public const string Cookie = "vaka-language";

    /// <summary>Is this a language of the pages?</summary>
    public static bool Is(string? code) => code is not null && Known.ContainsKey(code);

    /// <summary>The language code of a UI culture.</summary>
    public static string Of(CultureInfo ui) => ui.TwoLetterISOLanguageName is "qp" or "qps" || ui.Name.StartsWith("qps", StringComparison.OrdinalIgnoreCase)
        ? Pseudo : ui.TwoLetterISOLanguageName == "fr" ? "fr" : "en";

    /// <summary>Makes a language the current one of this asynchronous flow.</summary>
    public static void Use(string code)
    {
        var (culture, ui) = Known[code];
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = ui;
    }

    /// <summary>The language to greet a request with: the remembered choice, else the best of <c>Accept-Language</c>, else English.</summary>
    public static string Preferred(HttpRequest request)
    {
        if (request.Cookies.TryGetValue(Cookie, out var chosen) && Offered.Any(o => o.Code == chosen)) return chosen!;
        return request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(l => Offered.Any(o => o.Code == l)) ?? "en";
    }
}

/// <summary>Route constraint <c>language</c>.</summary>
public sealed class LanguageConstraint : IRouteConstraint
{
    /// <summary>Serves the made-up language too.</summary>
    public static bool AllowPseudo { get; set; }

    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string code && Languages.Is(code) && (code != Languages.Pseudo || AllowPseudo);
}
