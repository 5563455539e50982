using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>random(), uuid() and the shuffling of choices, which with a seed gives the same order on every client.</summary>
internal static class ChanceFunctions
{
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Modulus of the Park and Miller generator, 2³¹ − 1.</summary>
    private const long Modulus = int.MaxValue;

    public static void Add(FunctionTable.Register add)
    {
        add("random", 0, 0, call => XPathValue.Of(Fraction(call)));
        add("uuid", 0, 1, call => XPathValue.Of(call.Count == 0 ? Uuid(call) : Token(call)));
        add("randomize", 1, 2, Randomize);
    }

    private static double Fraction(Arguments call) => call.Evaluation.Context.Random?.NextDouble() ?? RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;

    private static string Uuid(Arguments call)
    {
        var bytes = new byte[16];
        if (call.Evaluation.Context.Random is { } random) random.NextBytes(bytes);
        else RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    private static string Token(Arguments call)
    {
        var length = call.Number(0);
        if (!(length is >= 0 and <= 10_000)) throw call.Fault("uuid() takes a length between 0 and 10000.");
        var token = new StringBuilder();
        for (var left = (int)length; left > 0; left--) token.Append(Letters[(int)(Fraction(call) * Letters.Length)]);
        return token.ToString();
    }

    /// <summary>
    /// The inside-out shuffle of Fisher and Yates, which the specification names: each node takes a place among those before it,
    /// whose node moves to the end. The first node draws as well, though it has no choice.
    /// </summary>
    private static XPathValue Randomize(Arguments call)
    {
        var nodes = call.Nodes(0);
        var shuffled = new List<XObject>(nodes.Count);
        var state = call.Count > 1 ? Seed(call) : 0;
        foreach (var node in nodes)
        {
            double fraction;
            if (call.Count > 1)
            {
                state = state * 16807 % Modulus;
                fraction = (state - 1) / (double)(Modulus - 1);
            }
            else fraction = Fraction(call);
            var place = (int)Math.Floor(fraction * (shuffled.Count + 1));
            shuffled.Add(node);
            (shuffled[^1], shuffled[place]) = (shuffled[place], node);
        }
        return XPathValue.Of(shuffled);
    }

    /// <summary>Whole numbers seed as they are; any other text by the first 64 bits of its SHA-256.</summary>
    private static long Seed(Arguments call)
    {
        var value = call.Value(1);
        var number = value.AsNumber(call.Evaluation.Zone);
        var seed = Math.Abs(number) < long.MaxValue
            ? (long)number
            : BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(value.AsText(call.Evaluation.Zone))));
        var state = seed % Modulus;
        return state <= 0 ? state + Modulus - 1 : state;
    }
}
