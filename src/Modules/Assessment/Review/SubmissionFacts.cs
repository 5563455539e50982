using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Vaka.Assessment.Collection;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Review;

/// <summary>What a submission says of how it was made, read once when it is checked.</summary>
/// <param name="Refused">The person did not consent.</param>
/// <param name="Stratum">The stratum; empty for none.</param>
/// <param name="Start">When the form was opened, by the device's clock.</param>
/// <param name="End">When it was finished.</param>
/// <param name="Fingerprint">Hash of the answers; null when there are too few to tell people apart.</param>
/// <param name="Place">Where the first geopoint is.</param>
internal sealed record SubmissionFacts(bool Refused, string Stratum, DateTimeOffset? Start, DateTimeOffset? End, string? Fingerprint, Place? Place)
{
    private const int FewestAnswers = 8;

    /// <summary>Seconds from start to end; null when either is missing or the end comes first.</summary>
    public int? Seconds => End - Start is { } time && time >= TimeSpan.Zero && time < TimeSpan.FromDays(20_000) ? (int)time.TotalSeconds : null;

    /// <summary>Reads them.</summary>
    public static SubmissionFacts Of(Submission submission, XForm form, SurveyForm row)
    {
        var answers = submission.Document.Root!.Descendants().Where(e => !e.HasElements).ToList();
        string Named(string name) => name.Length == 0 ? "" : answers.Find(e => e.Name.LocalName == name)?.Value.Trim() ?? "";
        DateTimeOffset? Time(string which) => form.Root.All().FirstOrDefault(n => n.Bind is { Preload: "timestamp" } b && b.PreloadParams == which) is { } node
            && DateTimeOffset.TryParse(Named(node.Name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        var stratum = Named(row.StratumQuestion);
        return new(row.RefusalAnswer.Length > 0 && Named(row.ConsentQuestion) == row.RefusalAnswer, stratum.Length > 200 ? stratum[..200] : stratum, Time("start"), Time("end"), Print(answers, form), PlaceOf(answers, form));
    }

    // Two submissions with the same answers to every question that was asked; what the device fills in by itself differs anyhow.
    private static string? Print(List<XElement> answers, XForm form)
    {
        var text = new StringBuilder();
        var count = 0;
        foreach (var answer in answers.Where(a => a.Value.Length > 0))
        {
            var path = "/" + string.Join('/', answer.AncestorsAndSelf().Reverse().Select(e => e.Name.LocalName));
            if (form.ByPath.GetValueOrDefault(path) is not { Control.Name: not "upload", Bind: { Calculate: null, Preload: null, Type: not "geopoint" } }) continue;
            text.Append(path).Append('=').Append(answer.Value).Append('\n');
            count++;
        }
        return count < FewestAnswers ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static Place? PlaceOf(List<XElement> answers, XForm form)
    {
        var names = form.Root.All().Where(n => n.Bind.Type == "geopoint").Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        return answers.Where(a => names.Contains(a.Name.LocalName)).Select(a => Place.Parse(a.Value)).FirstOrDefault(p => p is not null);
    }
}

/// <summary>A point on the ground.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Accuracy">Metres; null when not said.</param>
internal sealed record Place(double Latitude, double Longitude, double? Accuracy)
{
    private const double Earth = 6371;

    /// <summary>Reads “latitude longitude altitude accuracy”; null when it is no point on Earth.</summary>
    public static Place? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double? Number(int i) => i < parts.Length && double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null;
        return Number(0) is { } latitude and >= -90 and <= 90 && Number(1) is { } longitude and >= -180 and <= 180 ? new(latitude, longitude, Number(3)) : null;
    }

    /// <summary>Kilometres on the great circle (haversine).</summary>
    public double KilometresTo(double latitude, double longitude)
    {
        static double Rad(double degrees) => degrees * Math.PI / 180;
        var (dLat, dLon) = (Math.Sin(Rad(latitude - Latitude) / 2), Math.Sin(Rad(longitude - Longitude) / 2));
        return 2 * Earth * Math.Asin(Math.Min(1, Math.Sqrt((dLat * dLat) + (Math.Cos(Rad(Latitude)) * Math.Cos(Rad(latitude)) * dLon * dLon))));
    }
}
