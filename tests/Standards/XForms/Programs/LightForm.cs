using System.Globalization;
using System.Text;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Vaka.XForms.Forms;
using Vaka.XForms.Programs;

namespace Vaka.Standards.Tests.XForms.Programs;

/// <summary>A form in the model of the light client, driven without a browser.</summary>
internal sealed class LightForm
{
    /// <summary>Helpers in JavaScript, so that a step is one call.</summary>
    private const string Driver = """
        import { Model } from './model.js';
        import { list } from './xml.js';
        let seed = 1;
        const random = () => { seed = seed * 16807 % 2147483647; return (seed - 1) / 2147483646; };
        export const open = (program, xml, now, given, files) => {
          seed = given || 1;
          const lists = {};
          for (const id of Object.keys(program.outside)) if (files[program.outside[id]] !== undefined) lists[id] = list(program.outside[id], files[program.outside[id]]);
          return new Model(program, { now: () => now, random, bytes: n => Array.from({ length: n }, () => Math.floor(random() * 256)), deviceId: 'device 1', lists, instanceXml: xml || undefined });
        };
        const find = (m, path) => {
          let here = [m.document];
          for (const part of path.split('/').slice(1)) {
            const [, name, place] = /^([^[]+)(?:\[(\d+)\])?$/.exec(part);
            here = [].concat(...here.map(n => n.c)).filter(c => c.n === name);
            if (place) here = here.slice(place - 1, +place);
          }
          return here[0];
        };
        export const answer = (m, path, value) => m.answer(find(m, path), value);
        export const value = (m, path) => { const n = find(m, path); return n && n.x ? n.v : null; };
        export const fault = (m, path) => m.fault(find(m, path));
        export const add = (m, path) => { const def = m.byPath.get(path.replace(/\[\d+\]/g, '')); m.addRepeat(find(m, path.slice(0, path.lastIndexOf('/'))), def); };
        export const remove = (m, path) => m.removeRepeat(find(m, path));
        export const label = (m, path) => { const n = find(m, path); return m.say(m.controls[n.i].l, n).words; };
        export const choices = (m, path) => { const n = find(m, path); return m.choices(n, m.controls[n.i]).map(c => c.value + ':' + c.label.words).join('|'); };
        // Answers something to a question chosen by chance, as a person might.
        const someone = (m, def, item, node) => {
          const pick = all => all[Math.floor(random() * all.length)];
          if (/^(select|rank)/.test(item.k)) {
            let all = [];
            try { all = m.choices(node, item).map(c => c.value); } catch (missing) { return ''; }
            if (!all.length) return '';
            if (item.k === 'select1') return pick(all);
            return all.filter(() => random() < (item.k === 'rank' ? 2 : 0.4)).join(' ');
          }
          const whole = String(Math.floor(random() * 40));
          switch (def.t) {
            case 'int': return whole;
            case 'decimal': return String(Math.round(random() * 10000) / 100);
            case 'date': return '20' + pick(['19', '22', '26']) + '-0' + (1 + Math.floor(random() * 9)) + '-1' + Math.floor(random() * 10);
            case 'dateTime': return '2024-03-05T1' + Math.floor(random() * 10) + ':15:00.000+11:00';
            case 'time': return '1' + Math.floor(random() * 10) + ':15:00.000+11:00';
            case 'geopoint': return '-17.' + whole + ' 168.3 4 2.5';
            case 'geotrace': return '-17 168 0 0; -17.' + whole + ' 168.1 0 0';
            case 'geoshape': return '-17 168 0 0; -17.' + whole + ' 168.1 0 0; -17.3 168.4 0 0; -17 168 0 0';
            case 'binary': return '';
            default: return item.k === 'range' ? whole : item.k === 'trigger' ? 'OK' : item.k === 'upload' ? '' : pick(['Sulu', 'a b', 'x & "y" <z>', '12', 'Ëa']);
          }
        };
        export const wander = (m, steps) => {
          const questions = m.controls.map((item, i) => item && [m.defs[i], item]).filter(q => q);
          const repeats = m.defs.filter(d => d.k === 2 && d.j === undefined && m.tree.templates[d.i]);
          for (let step = 0; step < steps; step++) {
            if (repeats.length && random() < 0.05) {
              const def = repeats[Math.floor(random() * repeats.length)], parents = m.tree.instances(def.up, m.document).filter(n => n.x), parent = parents[Math.floor(random() * parents.length)];
              if (!parent) continue;
              const there = parent.c.filter(c => c.i === def.i);
              if (there.length && (random() < 0.3 || there.length > 4)) m.removeRepeat(there[Math.floor(random() * there.length)]);
              else m.addRepeat(parent, def);
              continue;
            }
            if (!questions.length) return;
            const [def, item] = questions[Math.floor(random() * questions.length)], nodes = m.tree.instances(def, m.document).filter(n => n.x);
            const node = nodes[Math.floor(random() * nodes.length)];
            if (node && !m.readonly(node)) m.answer(node, random() < 0.1 ? '' : someone(m, def, item, node));
          }
        };
        // Everything calculated again from the start: what keeps up by dependencies must not have missed anything. What a person may overwrite stays.
        export const missed = m => {
          const before = m.write(true);
          for (const unit of m.units) if (!(unit.kind === 'calculate' && (!unit.reads.length || (m.controls[unit.def.i] && unit.def.o === undefined)))) for (const node of m.tree.instances(unit.at, m.document)) m.wait(unit, node);
          m.settle();
          const after = m.write(true);
          return before === after ? '' : before + '\n' + after;
        };
        """;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<LightRuntime, ObjectInstance> Drivers = [];
    private readonly LightRuntime _light;
    private readonly ObjectInstance _driver;

    public LightForm(LightRuntime light, XForm form, DateTimeOffset now, string? xml = null, int seed = 1, IReadOnlyDictionary<string, string>? files = null)
        : this(light, Program(form), now, xml, seed, files)
    {
    }

    public LightForm(LightRuntime light, string program, DateTimeOffset now, string? xml = null, int seed = 1, IReadOnlyDictionary<string, string>? files = null)
    {
        _light = light;
        _driver = Drivers.GetValue(light, l => l.Module(Driver));
        var given = new JsObject(light.Engine);
        foreach (var (name, text) in files ?? new Dictionary<string, string>()) given.Set(name, text);
        Model = Call("open", light.Module(program).Get("default"), xml, now.ToUnixTimeMilliseconds(), seed, given);
    }

    public JsValue Model { get; }

    /// <summary>The program of a form that is not refused.</summary>
    public static string Program(XForm form)
    {
        var program = FormProgram.Of(form);
        Assert.True(program.Refusals.Count == 0, string.Join('\n', program.Refusals));
        return program.Text;
    }

    /// <summary>Reads a form from XForm markup.</summary>
    public static XForm Read(string xml) => XForm.Read(Encoding.UTF8.GetBytes(xml));

    public LightForm Answer(string path, string value)
    {
        Call("answer", Model, path, value);
        return this;
    }

    public string? Value(string path) => Call("value", Model, path) is var value && value.IsNull() ? null : value.ToString();

    public string? Fault(string path) => Call("fault", Model, path) is var value && value.IsNull() ? null : value.ToString();

    public string Label(string path) => Call("label", Model, path).ToString();

    public string Choices(string path) => Call("choices", Model, path).ToString();

    public void Add(string path) => Call("add", Model, path);

    public void Remove(string path) => Call("remove", Model, path);

    public void Wander(int steps) => Call("wander", Model, steps);

    public string Missed() => Call("missed", Model).ToString();

    public string Finish() => _light.Engine.Invoke(((ObjectInstance)Model).Get("finish"), Model, []).ToString();

    public string Draft() => _light.Engine.Invoke(((ObjectInstance)Model).Get("write"), Model, [JsBoolean.True]).ToString();

    private JsValue Call(string name, params object?[] arguments) => _light.Engine.Invoke(_driver.Get(name), arguments);
}
