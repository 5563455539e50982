using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;

namespace Vaka.Kernel.Identity;

/// <summary>
/// One-time codes with which somebody sets a password: 100 random bits in letters that are hard to confuse (Crockford's base 32). Only the
/// SHA-256 is kept, which suffices because a code cannot be guessed; it lasts a day, works once, and a newer one ends it.
/// </summary>
public sealed class OneTimeCodes(VakaDb db, UserManager<User> users, TimeProvider clock)
{
    /// <summary>How long a code lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a code for a user and ends those made before.</summary>
    /// <returns>The code, <c>XXXXX-XXXXX-XXXXX-XXXXX</c>: it is nowhere else and cannot be shown again.</returns>
    public async Task<string> Issue(Guid userId, CancellationToken ct = default)
    {
        foreach (var older in await db.Set<RecoveryCode>().Where(c => c.UserId == userId && c.UsedAt == null).ToListAsync(ct)) older.UsedAt = Now;
        var code = RandomNumberGenerator.GetString(Letters, 20);
        db.Add(new RecoveryCode { UserId = userId, CodeHash = Hash(code), ExpiresAt = Now + Lasts });
        await db.SaveChangesAsync(ct);
        return string.Join('-', code.Chunk(5).Select(c => new string(c)));
    }

    /// <summary>
    /// Sets a new password with a code and ends every session. Says the same whatever is wrong with name, code or account; a wrong code
    /// counts as a failed sign-in, so that five of them lock the account for a while.
    /// </summary>
    /// <returns>Words keys of what is wrong, by field (<c>Form.Code</c>, <c>Form.Password</c>); empty when done.</returns>
    public async Task<IReadOnlyList<(string Field, string Key)>> Use(string userName, string code, string password, CancellationToken ct = default)
    {
        var weak = await Passwords.Problems(users, new User(), password);
        if (weak.Count > 0) return [.. weak.Select(k => ("Form.Password", k))];
        (string, string)[] wrong = [("Form.Code", "account.code-wrong")];
        var user = await users.FindByNameAsync(userName);
        if (user is null)
        {
            Passwords.Waste(users, password);
            return wrong;
        }
        await using var write = await db.BeginWrite(ct);
        var (hash, now) = (Hash(code), Now);
        if (await users.IsLockedOutAsync(user))
        {
            Passwords.Waste(users, password);
            return wrong;
        }
        // One statement finds and spends the code: of two requests at once, one gets it.
        var spent = await db.Set<RecoveryCode>().Where(c => c.UserId == user.Id && c.CodeHash == hash && c.UsedAt == null && c.ExpiresAt > now)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), ct);
        if (spent == 0)
        {
            Passwords.Waste(users, password);
            await users.AccessFailedAsync(user);
            await write.Commit(ct);
            return wrong;
        }
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.AccessFailedCount = 0;
        Passwords.Done(await users.UpdateSecurityStampAsync(user));
        await Sessions.End(db, user.Id, now, ct: ct);
        await write.Commit(ct);
        return [];
    }

    /// <summary>SHA-256 of a code as people type it: case, spaces and hyphens do not matter, nor O for 0 and I or L for 1.</summary>
    internal static string Hash(string code)
    {
        var plain = new StringBuilder();
        foreach (var c in code.ToUpperInvariant())
            if (char.IsLetterOrDigit(c)) plain.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain.ToString())));
    }
}

/// <summary>What a password must be, said in words keys.</summary>
internal static class Passwords
{
    /// <summary>Longer ones are refused: hashing them costs the server, and helps nobody.</summary>
    public const int Longest = 200;

    private static readonly Lazy<string> Decoy = new(() => new PasswordHasher<User>().HashPassword(new User(), "no such user"));

    public static async Task<IReadOnlyList<string>> Problems(UserManager<User> users, User user, string password)
    {
        if (password.Length > Longest) return ["form.too-long"];
        var keys = new List<string>();
        foreach (var validator in users.PasswordValidators)
            keys.AddRange((await validator.ValidateAsync(users, user, password)).Errors.Select(e => KeyOf(e)));
        return keys;
    }

    public static string KeyOf(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => "account.password-short",
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => "account.password-plain",
        nameof(IdentityErrorDescriber.PasswordMismatch) => "account.password-wrong",
        nameof(IdentityErrorDescriber.DuplicateUserName) => "account.name-taken",
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => "edit.stale",
        _ => "form.invalid",
    };

    /// <summary>Takes the time that checking a password takes, so that an unknown name is not told by a quick answer.</summary>
    public static void Waste(UserManager<User> users, string password) => users.PasswordHasher.VerifyHashedPassword(new User(), Decoy.Value, password);

    public static void Done(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Code)));
    }
}
