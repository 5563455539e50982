using System.Text;

namespace Vaka.Fuzz.Targets;

/// <summary>Valid inputs: cuttings of what ships in <c>content</c>, and texts written for this.</summary>
internal static class Samples
{
    private static readonly string Content = Find();

    private static readonly Encoding Utf8 = new UTF8Encoding(false);

    public static IReadOnlyList<string> PackFiles { get; } =
        [.. Directory.GetFiles(Path.Combine(Content, "demo", "motu"), "*.csv").Select(f => Path.GetFileName(f)).Where(f => f != "answers-survey.csv").Order(StringComparer.Ordinal)];

    public static byte[] Respondents { get; } = Cutting("demo/motu/answers-survey.csv", 12);

    public static byte[] Answers { get; } = File.ReadAllBytes(Path.Combine(Content, "demo/motu/answers.csv"));

    /// <summary>Each file of the worked example, some rows of it, its name on the first line.</summary>
    public static IReadOnlyList<byte[]> Pack { get; } = [.. PackFiles.Select(f => (byte[])[.. Utf8.GetBytes(f + "\n"), .. f == "answers.csv" ? Answers : Cutting($"demo/motu/{f}", 5)])];

    public static IReadOnlyList<byte[]> Sheets { get; } =
    [
        Utf8.GetBytes("key,title_en,title_fr,date,amount,n,yes,themes\nf-1,\"Of Motu, “Haʻatolu”\",\"Deux\nlignes\",2021-03,12.50,7,yes,shelter;training\nf-2,Two,Deux,2021-03-15,0,12,no,\n"),
        Cutting("demo/motu/findings.csv", 5), Cutting("reference/facts.csv", 5),
    ];

    public static IReadOnlyList<byte[]> Pages { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Content, "pages"), "*.en.md").Order(StringComparer.Ordinal).Take(5).Select(File.ReadAllBytes),
        Utf8.GetBytes("---\ntitle: A page\nsummary: What it says\norder: 3\nsection: about\n---\n# Head\n\n* a [link](/board)\n  * [other](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | *2* |\n\n> said `so`\n\n[b]: /board\n"),
    ];

    public static IReadOnlyList<byte[]> Drafts { get; } =
    [
        Utf8.GetBytes("A person who harbours a migrant commits an offence.\nPenalty: 100 penalty units.\0A person who, for gain, harbours a migrant commits an offence.\nPenalty: 200 penalty units."),
        Utf8.GetBytes("(1) Haʻatolu may detain.\n(2) The court reviews.\0(1) Haʻatolu may not detain a child.\n\n(2) The court reviews within 7 days."),
    ];

    public static IReadOnlyList<byte[]> Words { get; } =
    [
        Utf8.GetBytes("msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n>1 ? 1 : 2);\\n\"\n\n# remark\n#, fuzzy\nmsgctxt \"menu\"\nmsgid \"open\"\nmsgstr \"Ouvrir \\\"tout\\\"\"\n\nmsgid \"rows\"\nmsgid_plural \"rows\"\nmsgstr[0] \"{0} fiche\"\nmsgstr[1] \"{0} fiches\"\nmsgstr[2] \"\"\n\"rien\"\n\n#~ msgid \"gone\"\n#~ msgstr \"parti\"\n"),
    ];

    public static IReadOnlyList<byte[]> Questions { get; } =
        [Utf8.GetBytes("q=ha%CA%BBatolu+migrants&region=Asia+and+Oceania&state=FJ&year=2020&sort=budget&page=2"), "2021-03-15"u8.ToArray(), "finding/0199aaaa-0000-7000-8000-000000000001@3"u8.ToArray(), "who-we-are"u8.ToArray()];

    /// <summary>Seeds of an importer that takes one file.</summary>
    public static IReadOnlyList<byte[]> Of(string kind) => kind switch
    {
        "pages" => Pages,
        "idf-records" => [File.ReadAllBytes(Path.Combine(Content, "demo/px0220/records.json")), Utf8.GetBytes(Records)],
        "idf" => [Utf8.GetBytes(FrenchPage), Utf8.GetBytes(EnglishPage)],
        _ => [Cutting($"reference/{kind}.csv", 6)],
    };

    private const string Records = """
        {"source":"written for this","records":[
        {"url":"https://example.org/project/harbour","title":"Harbour lights in Motu","title_fr":"Feux de port","start":2031,"end":"2033-06","status":"Active","type":"Training","budgetUsd":1000.50,"coverage":"National","year":2030,"region":"Asia and Oceania","primaId":"XM10P0001","projectId":"ZZ.9001","states":["Motu"],"narrative":{"en":"Lights \"and\" more.","fr":"Des feux."},"retrieved":"2026-01-01"},
        {"title":"Second","primaId":"XM10P0002","states":[]}]}
        """;

    private const string FrenchPage = """
        -
        Accueil
        - Nos pages
        Des feux de port pour Motu
        -
        Date de début
        2031
        -
        Date de fin
        2033-06
        -
        Statut du projet
        Actif
        Budget Amount (USD)
        1,000.50
        Couverture
        National
        Année
        2030
        IDF Region
        Asie et Océanie
        Prima ID
        XM10P0001
        Projet ID
        ZZ.9001
        Benefiting Member States
        Motu Fidji
        "Le port de Motu reçoit des feux.

        Ils sont allumés la nuit."
        """;

    private const string EnglishPage = "Harbour lights\nStart date\n2031\nProject status\nActive\nPrima ID\nXM10P0003\nBenefiting member states\nTonga, Vanuatu; Fiji\n“Lights.”\n";

    // Header and some rows; a row may span lines, so it is cut where quotes are closed.
    private static byte[] Cutting(string file, int rows)
    {
        var text = File.ReadAllText(Path.Combine(Content, file));
        var (open, ends, at) = (false, 0, 0);
        for (; at < text.Length && ends <= rows; at++)
        {
            if (text[at] == '"') open = !open;
            else if (text[at] == '\n' && !open) ends++;
        }
        return Utf8.GetBytes(text[..at]);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "content", "reference"))) return Path.Combine(folder.FullName, "content");
        throw new DirectoryNotFoundException("content");
    }
}
