using System.Reflection;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vaka.Kernel.Data;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Kernel;

/// <summary>Registers the platform.</summary>
public static class KernelServices
{
    /// <summary>Data, ownership, permissions, words, imports and the modules: all that the command line needs too.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="modules">The modules of the application.</param>
    /// <param name="connection">Connection string: PostgreSQL with <c>Host=</c>, else an SQLite file.</param>
    public static IServiceCollection AddVaka(this IServiceCollection services, IReadOnlyList<IModule> modules, string connection)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("vaka").PersistKeysToDbContext<VakaDb>();
        services.AddSingleton<WriterGate>();
        services.AddDataProtection().SetApplicationName("vaka").PersistKeysToDbContext<VakaDb>();
        services.AddScoped<CurrentViewer>();
        services.AddScoped<ConnectionSettings>();
        services.AddDbContext<VakaDb>((s, options) => options.UseVaka(connection).AddInterceptors(s.GetRequiredService<ConnectionSettings>()));
        services.AddSingleton<States>().AddScoped<Sharing>().AddScoped<Standings>();
        services.AddSingleton<PermissionMatrix>();
        services.AddSingleton(new WordsCatalogue([typeof(KernelServices).Assembly, .. modules.Select(m => m.GetType().Assembly).Distinct()]));
        services.AddScoped<Words.Words>();
        services.AddScoped<IPublish, Outbox.Outbox>().AddSingleton<Deliveries>();
        services.AddScoped<ImportMemory>().AddScoped<Imports>();
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.AddServices(services);
        }
        return services;
    }

    /// <summary>What the web needs besides.</summary>
    public static IMvcBuilder AddVakaWeb(this IServiceCollection services)
    {
        services.AddHostedService(s => s.GetRequiredService<Deliveries>());
        services.AddVakaAccounts();
        services.AddSignIn();
        services.AddProblemDetails();
        services.Configure<RouteOptions>(o => o.ConstraintMap["language"] = typeof(LanguageConstraint));
        services.AddHttpContextAccessor();
        services.AddAntiforgery(o => (o.Cookie.Name, o.Cookie.SameSite, o.HeaderName) = ("vaka-form", Microsoft.AspNetCore.Http.SameSiteMode.Strict, "X-Vaka-Form"));
        return services.AddRazorPages(o =>
        {
            o.RootDirectory = "/";
            o.Conventions.Add(new EditAddress());
            o.Conventions.Add(new LanguagePrefix());
        }).AddMvcOptions(o =>
        {
            o.Filters.Add<PagePermissionFilter>();
            o.ModelMetadataDetailsProviders.Add(new ValidationWords());
            o.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "form.required");
            o.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => "form.invalid");
            o.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "form.invalid");
            o.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(_ => "form.number");
            o.ModelBindingMessageProvider.SetMissingBindRequiredValueAccessor(_ => "form.required");
        });
    }

    /// <summary>ASP.NET Core Identity: local accounts, lock-out after five wrong passwords, no e-mail needed.</summary>
    public static IServiceCollection AddVakaAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(o =>
        {
            o.Password.RequiredLength = 12;
            (o.Password.RequireDigit, o.Password.RequireLowercase, o.Password.RequireUppercase, o.Password.RequireNonAlphanumeric) = (false, false, false, false);
            o.Password.RequiredUniqueChars = 5;
            (o.Lockout.MaxFailedAccessAttempts, o.Lockout.DefaultLockoutTimeSpan) = (5, TimeSpan.FromMinutes(15));
            o.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<VakaDb>();
        services.AddScoped<OneTimeCodes>().AddScoped<Administration>();
        return services;
    }

    private static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<SignInManager<User>>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            (o.Cookie.Name, o.Cookie.HttpOnly, o.Cookie.SameSite) = ("vaka-session", true, Microsoft.AspNetCore.Http.SameSiteMode.Lax);
            o.ExpireTimeSpan = TimeSpan.FromDays(14);
            o.SlidingExpiration = true;
            o.Events = new CookieAuthenticationEvents
            {
                OnRedirectToLogin = c => Redirect(c, "sign-in"),
                OnRedirectToAccessDenied = c =>
                {
                    c.Response.StatusCode = 403;
                    return Task.CompletedTask;
                },
                OnValidatePrincipal = SessionCheck.Validate,
            };
        });
        services.AddScoped<Sessions>();
        services.AddAuthorization();

        static Task Redirect(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, string page)
        {
            var back = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"{context.Request.PathBase}/{Words.Words.Language}/account/{page}?returnUrl={Uri.EscapeDataString(back)}");
            return Task.CompletedTask;
        }
    }
}

/// <summary>Messages of validation attributes are words keys; an attribute without one gets the key of its kind.</summary>
internal sealed class ValidationWords : Microsoft.AspNetCore.Mvc.ModelBinding.Metadata.IValidationMetadataProvider
{
    public void CreateValidationMetadata(Microsoft.AspNetCore.Mvc.ModelBinding.Metadata.ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.ValidationAttribute>())
            attribute.ErrorMessage ??= attribute switch
            {
                System.ComponentModel.DataAnnotations.RequiredAttribute => "form.required",
                System.ComponentModel.DataAnnotations.MaxLengthAttribute or System.ComponentModel.DataAnnotations.StringLengthAttribute => "form.too-long",
                System.ComponentModel.DataAnnotations.RangeAttribute => "form.range",
                _ => "form.invalid",
            };
    }
}
