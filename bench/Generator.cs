using System.Globalization;
using System.Text;

namespace Vaka.Bench;

/// <summary>Makes a pack of synthetic projects, drawn with a fixed seed, in the shape of the Fund's public list: some hundred words in titles, 80 states, six regions, 25 years.</summary>
internal static class Generator
{
    private static readonly string[] Words =
    [
        "appui", "gestion", "migration", "protection", "capacity", "strengthening", "border", "frontières", "données", "return", "diaspora", "traite", "trafficking", "labour", "mobilité", "climat",
        "health", "santé", "jeunesse", "women", "children", "enfants", "retour", "volontaire", "policy", "politique", "régional", "national", "islands", "îles", "Haʻatolu", "Nukuʻalofa", "Māori", "évaluation",
        "assistance", "training", "formation", "identity", "identité", "visa", "consular", "urban", "rural", "digital", "statistics", "recensement", "remittances", "envois", "fonds", "partnership",
    ];

    private static readonly string[] States = ["FJ", "TO", "VU", "XM", "EG", "MA", "TN"];
    private static readonly string[] Regions = ["Asia and Oceania", "Africa", "Europe and Central Asia", "Latin America and the Caribbean", "Middle East", "Global"];
    private static readonly string[] Types = ["Migration and Development", "Protection and Assistance to Vulnerable Migrants", "Integrated Border Management", "Labour Migration", "Migration Health", "Migration Policy", "Return and Reintegration"];

    /// <summary>Writes <c>projects.csv</c> with so many projects into a folder.</summary>
    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var draw = new Random(20_260_630);
        using var file = new StreamWriter(Path.Combine(folder, "projects.csv"), false, new UTF8Encoding(false));
        file.WriteLine("code,audience,title_en,title_fr,summary_en,start,end,status,type,budget_usd,coverage,year,idf_region,prima_id,states,partners,source,synthetic");
        for (var i = 0; i < count; i++)
        {
            var year = 2001 + draw.Next(25);
            file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"SY.{i:D6},public,{Phrase(6)} {i},{(draw.Next(3) == 0 ? Phrase(7) : "")},{Phrase(25)},{year},{year + 2},{(draw.Next(3) == 0 ? "Active" : "Completed")},{Pick(Types)},{draw.Next(50, 600) * 1000},{(draw.Next(4) == 0 ? "Regional" : "National")},{year},{Pick(Regions)},{Pick(Regions)[0]}{draw.Next(1000, 9999)},{Some(States)},{Phrase(3)},Synthetic,yes"));
        }

        string Pick(string[] from) => from[draw.Next(from.Length)];
        string Phrase(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Pick(Words)));
        string Some(string[] from) => string.Join(';', Enumerable.Range(0, 1 + draw.Next(3)).Select(_ => Pick(from)).Distinct());
    }
}
