using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Web;

/// <summary>Errors for people: a page in their language where they asked for a page, problem details (RFC 9457) elsewhere.</summary>
public static class FailurePages
{
    /// <summary>Before routing.</summary>
    public static void UseFailurePages(this IApplicationBuilder app)
    {
        // Outside of the exception handler, so that what it answers gets a page too.
        app.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            var first = (http.Request.Path.Value ?? "/").Split('/', 3)[1];
            var status = http.Response.StatusCode;
            if (!Languages.Is(first) || DataAddress.Wanted(http.Request) != DataFormat.Html || first == "status")
            {
                await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
                {
                    HttpContext = http, ProblemDetails = new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status) },
                });
                return;
            }
            await ShowPage(context, $"/{first}/status/{status}");
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = c => c.Exception is NotYourRowException or BadHttpRequestException,
            StatusCodeSelector = e => e switch
            {
                NotYourRowException => StatusCodes.Status403Forbidden,
                DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
                BadHttpRequestException bad => bad.StatusCode,
                var full when DiskFull.Is(full) => StatusCodes.Status507InsufficientStorage,
                _ => StatusCodes.Status500InternalServerError,
            },
            ExceptionHandler = _ => Task.CompletedTask,
        });
    }

    // Runs the pipeline once more for the page that explains the status; the status stays.
    private static async Task ShowPage(StatusCodeContext context, string path)
    {
        var http = context.HttpContext;
        var (before, query) = (http.Request.Path, http.Request.QueryString);
        (http.Request.Path, http.Request.QueryString) = (path, QueryString.Empty);
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        if (!HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        try
        {
            await context.Next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString) = (before, query);
        }
    }
}
