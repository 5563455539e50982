using System.Globalization;

namespace Vaka.XForms.XPath;

/// <summary>
/// Areas and distances on a sphere, in metres and square metres with two decimals. Points are “latitude longitude altitude accuracy”,
/// the last two optional and without effect; lines and shapes are points with semicolons between them.
/// </summary>
internal static class GeoFunctions
{
    /// <summary>Metres; the radius that clients of OpenRosa agree on.</summary>
    private const double EarthRadius = 6_378_100;

    private readonly record struct Point(double Latitude, double Longitude);

    public static void Add(FunctionTable.Register add)
    {
        add("area", 1, 1, call => XPathValue.Of(Points(call.Texts(0)) is { } points ? NumberText.Round(Area(points), 2) : double.NaN));
        add("distance", 1, int.MaxValue, call => XPathValue.Of(Points(call.Texts(0)) is { } points ? NumberText.Round(Distance(points), 2) : double.NaN));
        add("geofence", 2, 2, call => XPathValue.Of(Points([call.Text(0)]) is [var point] && Points(call.Texts(1)) is { Count: > 2 } shape && IsInside(point, shape)));
    }

    private static List<Point>? Points(IEnumerable<string> texts)
    {
        var points = new List<Point>();
        foreach (var text in texts.SelectMany(text => text.TrimEnd(' ', ';', '\n', '\r', '\t').Split(';')))
        {
            var parts = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length is < 2 or > 4) return null;
            var numbers = new double[parts.Length];
            for (var at = 0; at < parts.Length; at++)
                if (!double.TryParse(parts[at], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[at])) return null;
            if (!(Math.Abs(numbers[0]) <= 90 && Math.Abs(numbers[1]) <= 180)) return null;
            points.Add(new Point(numbers[0], numbers[1]));
        }
        return points.Count > 0 ? points : null;
    }

    /// <summary>The strips between each border and the south pole, summed with the sign of their direction.</summary>
    private static double Area(List<Point> points)
    {
        if (points.Count < 3) return 0;
        double Strip(Point one, Point next) =>
            double.DegreesToRadians(East(one.Longitude, next.Longitude)) * (2 + Math.Sin(double.DegreesToRadians(one.Latitude)) + Math.Sin(double.DegreesToRadians(next.Latitude)));
        return Math.Abs(points.Zip(points.Skip(1).Append(points[0]), Strip).Sum() * EarthRadius * EarthRadius / 2);
    }

    /// <summary>Degrees eastward, the short way round: countries lie on both sides of the 180th meridian.</summary>
    private static double East(double from, double to) => Math.IEEERemainder(to - from, 360);

    private static double Distance(List<Point> points) => points.Zip(points.Skip(1), Between).Sum();

    /// <summary>Great circle by the haversine formula.</summary>
    private static double Between(Point one, Point other)
    {
        var (latitude, otherLatitude) = (double.DegreesToRadians(one.Latitude), double.DegreesToRadians(other.Latitude));
        var north = Math.Sin((otherLatitude - latitude) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - one.Longitude) / 2);
        var chord = (north * north) + (Math.Cos(latitude) * Math.Cos(otherLatitude) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <summary>Counts the borders between the point and far east; a point on the border may fall on either side.</summary>
    private static bool IsInside(Point point, List<Point> shape)
    {
        var inside = false;
        for (var at = 0; at < shape.Count; at++)
        {
            var (one, next) = (shape[at], shape[(at + 1) % shape.Count]);
            if (one.Latitude > point.Latitude == next.Latitude > point.Latitude) continue;
            var border = East(point.Longitude, one.Longitude) + (East(one.Longitude, next.Longitude) * (point.Latitude - one.Latitude) / (next.Latitude - one.Latitude));
            if (border > 0) inside = !inside;
        }
        return inside;
    }
}
