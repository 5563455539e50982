using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Web;

/// <summary>The form in which a resource was asked for: <c>?format=</c> first, then <c>Accept</c>; a browser gets a page.</summary>
public enum DataFormat
{
    /// <summary>A page in the reader's language.</summary>
    Html,
    /// <summary>JSON.</summary>
    Json,
    /// <summary>CSV, UTF-8 with a byte-order mark so that spreadsheets read it.</summary>
    Csv,
    /// <summary>Asked for a form that there is not.</summary>
    None,
}

/// <summary>One address per resource: HTML, JSON and CSV of the same thing.</summary>
public static class DataAddress
{
    /// <summary>JSON as all data addresses write it: camelCase, accents as they are, nulls left out.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new LocalTextJson(), new PartialDateJson() },
    };

    /// <summary>The form asked for.</summary>
    public static DataFormat Wanted(HttpRequest request)
    {
        if (request.Query.TryGetValue("format", out var named))
            return named.ToString().ToLowerInvariant() switch { "json" => DataFormat.Json, "csv" => DataFormat.Csv, "html" => DataFormat.Html, _ => DataFormat.None };
        foreach (var accept in request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1))
        {
            var type = accept.MediaType.Value;
            if (type is "text/html" or "application/xhtml+xml" or "*/*" or "text/*") return DataFormat.Html;
            if (type is "application/json" or "application/*") return DataFormat.Json;
            if (type == "text/csv") return DataFormat.Csv;
        }
        return request.Headers.Accept.Count == 0 ? DataFormat.Html : DataFormat.None;
    }

    /// <summary>
    /// Maps <c>/projects/{code}</c>: a browser is redirected to <c>/{language}/projects/{code}</c>, anything else runs the handler, which
    /// returns a <see cref="DataSheet"/>. Answers vary by <c>Accept</c> and <c>Accept-Language</c>.
    /// </summary>
    public static RouteHandlerBuilder MapData(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapGet(pattern, handler).AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            http.Response.Headers.Vary = "Accept, Accept-Language, Cookie";
            var wanted = Wanted(http.Request);
            if (wanted == DataFormat.Html)
                return Results.LocalRedirect($"~/{Words.Words.Language}{http.Request.Path}{WithoutFormat(http.Request)}");
            if (wanted == DataFormat.None) return TypedResults.Problem(statusCode: StatusCodes.Status406NotAcceptable, title: "This address has HTML, JSON and CSV.");
            return await next(context) is DataSheet data ? data.As(wanted) : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        }).Produces(200, contentType: "application/json").ProducesProblem(404).ProducesProblem(406);

    private static QueryString WithoutFormat(HttpRequest request) =>
        QueryString.Create(request.Query.Where(q => q.Key != "format").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v))));
}

/// <summary>A resource as data.</summary>
/// <param name="Value">What JSON shows.</param>
/// <param name="Columns">CSV header.</param>
/// <param name="Rows">CSV rows, one cell per column.</param>
public sealed record DataSheet(object Value, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>The answer in a form.</summary>
    public IResult As(DataFormat format) => format == DataFormat.Csv
        ? Results.Text("\uFEFF" + Csv.Write(Columns, Rows), "text/csv; charset=utf-8")
        : Results.Json(Value, DataAddress.Json);
}

internal sealed class LocalTextJson : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return LocalText.FromJson(document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.Languages) writer.WriteString(language, text.Text);
        writer.WriteEndObject();
    }
}

internal sealed class PartialDateJson : JsonConverter<Vaka.Kernel.Data.PartialDate>
{
    public override Vaka.Kernel.Data.PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Vaka.Kernel.Data.PartialDate.Parse(reader.GetString()!, null);

    public override void Write(Utf8JsonWriter writer, Vaka.Kernel.Data.PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
