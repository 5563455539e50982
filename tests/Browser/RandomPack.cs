using System.Globalization;
using System.Text;
using Vaka.Product.Tests;

namespace Vaka.Browser.Tests;

/// <summary>
/// A chain of random content in the files that a user has: a fictional state, its path to law, its norms, and a pack from answers to a
/// counted indicator. Words, keys, codes, numbers and the fan-out of every link are drawn; nothing of it stands anywhere in the product.
/// </summary>
internal sealed class RandomPack
{
    private const string AsAt = "2026-06-30";
    private readonly Random _draw;
    private string _folder = "";
    private readonly Dictionary<string, List<string>> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="seed">Of all that is drawn.</param>
    public RandomPack(int seed)
    {
        _draw = new Random(seed);
        Owner = "X" + "BCDEFGHIJKL"[(seed + _draw.Next(3) * 3) % 11];
        State = Title();
        Project = $"{Word().ToUpperInvariant().Replace("ʻ", "", StringComparison.Ordinal)}-{_draw.Next(100, 999)}";
        Theme = "children";
    }

    /// <summary>Code of the state, user-assigned by ISO 3166.</summary>
    public string Owner { get; }

    public string State { get; }

    /// <summary>Code of the project.</summary>
    public string Project { get; }

    /// <summary>Title of the bound indicator, in both languages.</summary>
    public (string En, string Fr) Indicator { get; private set; }

    /// <summary>How many amendments the files bring into force; the indicator must say so without being told.</summary>
    public int Commenced { get; private set; }

    private string Theme { get; }

    /// <summary>Writes the files and imports them as the commands do.</summary>
    /// <param name="services">Of the application.</param>
    /// <param name="folder">Where the files go.</param>
    public async Task Import(IServiceProvider services, string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(Path.Combine(_folder, "pack"));
        Write("states.csv", "code,name_en,name_fr,region,fictional", [Owner, State, State, "PACIFIC", "yes"]);
        var norms = Many(n => Word() + n, 2, 4);
        Write("norms.csv", "id,instrument,article,theme,obligation_en,obligation_fr,kind,checked",
            [.. norms.Select(n => (string[])[n, Title(), $"{_draw.Next(1, 40)}({_draw.Next(1, 9)})", Theme, Sentence(), Sentence(), "mandatory", "memory"])]);
        Pack(norms);
        await Motu.Import(services, "states", Path.Combine(_folder, "states.csv"), null);
        await Motu.Import(services, "norms", Path.Combine(_folder, "norms.csv"), "PACIFIC");
        await Motu.Import(services, "pack", Path.Combine(_folder, "pack"), Owner);
    }

    private void Pack(string[] norms)
    {
        Write("pack/projects.csv", "code,audience,themes,title_en,title_fr,summary_en,summary_fr,start,status,year,states,fictional",
            [Project, "public", Theme, Title(), Title(), Sentence(), Sentence(), "2024", "Active", "2024", Owner, "yes"]);
        var objective = Rows("results", "project,parent,level,order", 1, (_, _) => [Project, "", "objective", "1"])[0];
        var outcome = Append("results", 1, _ => [Project, objective, "outcome", "1"])[0];

        var dataset = Word() + ".csv";
        Write("pack/" + dataset, "respondent,sex,asked", [.. Enumerable.Range(0, 60).Select(i => (string[])[$"S-{i}", i % 2 == 0 ? "f" : "m", i % 3 == 0 ? "no" : "yes"])]);
        Rows("answers", "dataset,column,question_en,question_fr,answer,date", 2, (_, _) => [dataset, "asked", Sentence(), Sentence(), "no", "2024-02"], synthetic: true);
        Rows("findings", "strength,because", 2, (_, i) => ["moderate", Because("answer", "answers", i)]);
        Rows("needs", "priority,because", 2, (_, i) => ["high", Because("finding", "findings", i)]);
        Rows("instruments", "kind", 1, (_, _) => ["act"]);
        var texts = Many(_ => Sentence(), 3, 5);
        Rows("provisions", "instrument,number,text_en,text_fr,as_at", texts.Length, (_, i) => [Key("instruments", 0), $"{i + 1}", texts[i], texts[i], AsAt]);
        Rows("ratings", "norm,provision,rating,reason_en,reviewer,because", 2, (_, i) => [norms[i % norms.Length], Key("provisions", i), "not", Sentence(), Title(), Because("need", "needs", i)]);
        Rows("legal-gaps", "priority,because", 2, (_, i) => ["high", Because("rating", "ratings", i)]);
        Rows("amendments", "provision,before_en,before_fr,after_en,after_fr,reason_en,priority,because", texts.Length,
            (_, i) => [Key("provisions", i), texts[i], texts[i], Sentence(), Sentence(), Sentence(), "high", Because("legal-gap", "legal-gaps", i)]);
        Rows("comments", "amendment,from_en,from_fr,text_en,text_fr,answer_en,date", 1, (_, i) => [Key("amendments", i), Title(), Title(), Sentence(), Sentence(), i == 0 ? Sentence() : "", "2025-02-01"]);
        Commenced = _draw.Next(1, texts.Length + 1);
        Rows("validations", "amendment,body_en,decision,date", Commenced, (_, i) => [Key("amendments", i), Title(), "validated", "2025-03-01"]);
        string[] steps = [.. Many(n => Word() + n, 1, 5), "commencement"];
        Write("pack/steps.csv", "country,order,key,name_en,name_fr,source", [.. steps.Select((s, i) => (string[])[Owner, $"{i + 1}", s, Title(), Title(), "Drawn by a test"])]);
        Write("pack/progress.csv", "amendment,step,date", [.. Enumerable.Range(0, Commenced).SelectMany(a => steps.Select((s, i) => (string[])[Key("amendments", a), s, $"2025-0{4 + Math.Min(i, 5)}-10"]))]);

        Rows("institutions", "kind", 1, (_, _) => ["border"]);
        Rows("capacity-ratings", "institution,level,reason_en,date,because", 1, (_, _) => [Key("institutions", 0), $"{_draw.Next(1, 6)}", Sentence(), "2024-07-01", Because("finding", "findings", 0)]);
        Rows("manual", "body_en,body_fr,because", 2, (_, _) => [Sentence(), Sentence(), $"commencement:{Key("amendments", 0)};{Because("capacity-rating", "capacity-ratings", 0)}"]);
        Rows("lessons", "body_en,body_fr,question_en,question_fr,options_en,options_fr,correct,because", 2,
            (_, i) => [Sentence(), Sentence(), Sentence(), Sentence(), $"{Title()};{Title()}", $"{Title()};{Title()}", "1", Because("manual-block", "manual", i)]);
        Rows("competences", "because", 2, (_, i) => [Because("lesson", "lessons", i)]);
        Rows("indicators", "result,unit_en,baseline,target,measure,bound,order,because", 1,
            (_, _) => [outcome, Word(), "0", "9", "count", "law.amendments-commenced", "1", $"commencement:{Key("amendments", 0)};{Because("competence", "competences", 0)}"]);
    }

    private string Key(string file, int i) => _keys[file][i % _keys[file].Count];

    // The i-th row follows from the i-th of the file before and, as it falls out, from others.
    private string Because(string kind, string file, int i) =>
        string.Join(';', _keys[file].Where((_, n) => n == i % _keys[file].Count || _draw.Next(3) == 0).Select(k => $"{kind}:{k}"));

    private List<string> Rows(string file, string columns, int least, Func<string, int, string[]> cells, bool synthetic = false)
    {
        var count = file is "results" or "indicators" or "provisions" or "amendments" or "validations" ? least : least + _draw.Next(3);
        var keys = _keys[file] = [.. Enumerable.Range(0, count).Select(_ => Word())];
        var titles = keys.ConvertAll(_ => (Title(), Title()));
        if (file == "indicators") Indicator = titles[0];
        Write($"pack/{file}.csv", $"key,audience,themes,title_en,title_fr,fictional,synthetic,{columns}",
            [.. keys.Select((k, i) => (string[])[k, "public", Theme, titles[i].Item1, titles[i].Item2, "yes", synthetic ? "yes" : "", .. cells(k, i)])]);
        return keys;
    }

    private string[] Append(string file, int count, Func<int, string[]> cells)
    {
        string[] keys = [.. Enumerable.Range(0, count).Select(_ => Word())];
        File.AppendAllText(Path.Combine(_folder, "pack", file + ".csv"), string.Concat(keys.Select((k, i) => Line([k, "public", Theme, Title(), Title(), "yes", "", .. cells(i)]))));
        _keys[file].AddRange(keys);
        return keys;
    }

    private void Write(string file, string columns, params string[][] rows) =>
        File.WriteAllText(Path.Combine(_folder, file), columns + "\r\n" + string.Concat(rows.Select(Line)), new UTF8Encoding(_draw.Next(2) == 0));

    private static string Line(string[] cells) => string.Join(',', cells.Select(c => c.AsSpan().IndexOfAny(",\"\r\n") < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";

    private T[] Many<T>(Func<int, T> make, int least, int most) => [.. Enumerable.Range(0, _draw.Next(least, most + 1)).Select(make)];

    // A word that was not drawn before: it serves as a key too.
    private string Word()
    {
        string[] syllables = ["ka", "mo", "tū", "li", "fé", "sā", "nge", "ʻo", "vu", "ri", "pœ", "ñe"];
        while (true)
        {
            var word = string.Concat(Many(_ => syllables[_draw.Next(syllables.Length)], 3, 5));
            if (!word.EndsWith('ʻ') && _taken.Add(word)) return word;
        }
    }

    private string Title() => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word()) + " " + string.Join(' ', Many(_ => Word(), 1, 3));

    private string Sentence() => $"{Title()}, “{string.Join(' ', Many(_ => Word(), 4, 12))}”;\n{Word()} \"{Word()}\".";
}
