using System.Globalization;
using System.Xml.Linq;
using Jint;
using Jint.Native;
using Vaka.XForms.Programs;
using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.Programs;

/// <summary>One expression, evaluated by the engine of the server and as a function of JavaScript.</summary>
internal sealed class EmittedCase(LightRuntime light)
{
    private readonly JsValue _evaluate = light.Module("""
        import { runtime as R } from './model.js';
        import { parse } from './xml.js';
        const at = (node, path) => {
          for (const step of path.split('/').filter(s => s)) node = step[0] === '@' ? node.a.find(a => a.q === step.slice(1)) : step === 'text' ? { t: 1, v: node.v, c: [], p: node, a: [] } : node.c[+step];
          return node;
        };
        export default function (script, xml, path, instances, now, as) {
          const d = parse(xml), node = at(d, path), lists = {};
          for (const id of Object.keys(instances)) lists[id] = parse(instances[id]);
          const form = { list: id => { if (!lists[id]) throw new Error('no list'); return lists[id]; }, choiceName: (c, value, path) => value + ' of ' + path, textById: id => 'text ' + id };
          const e = { d, c: node, now, form, random: () => 0.25, bytes: n => new Array(n).fill(7) };
          const value = script(R)(e, node, 1, 1);
          const kind = Array.isArray(value) ? 'nodes' : value instanceof R.Moment ? 'moment' : typeof value;
          if (as === 'nodes') return R.nodes(value).map(n => (n.n || '') + '=' + R.text(n)).join('|');
          return as === 'number' ? R.num(value) : as === 'boolean' ? R.bool(value) : as === 'string' ? R.str(value) : kind + ':' + R.str(value);
        }
        """).Get("default");

    /// <summary>The function as JavaScript; null with the reason when it is refused.</summary>
    public static string? Script(string expression, out string? refusal, XElement? scope = null)
    {
        refusal = null;
        try
        {
            var tree = XPathExpression.Parse(expression).Tree;
            if (ExpressionCheck.Of(tree) is [var problem, ..])
            {
                refusal = problem.Message;
                return null;
            }
            return ExpressionScript.Of(tree, prefix => scope?.GetNamespaceOfPrefix(prefix)?.NamespaceName ?? NameTests.WellKnown.GetValueOrDefault(prefix));
        }
        catch (NotInLightException e)
        {
            refusal = e.Message;
            return null;
        }
    }

    /// <summary>What the function gives: <c>number</c>, <c>boolean</c>, <c>string</c>, <c>nodes</c> or null for kind and text.</summary>
    public string Run(string script, string xml, string path, DateTimeOffset now, string? kind, IReadOnlyDictionary<string, string>? instances = null)
    {
        var lists = new JsObject(light.Engine);
        foreach (var (id, text) in instances ?? new Dictionary<string, string>()) lists.Set(id, text);
        var function = light.Engine.Evaluate($"R=>({script})");
        var value = light.Engine.Invoke(_evaluate, function, xml, path, lists, now.ToUnixTimeMilliseconds(), kind);
        return Shown(value);
    }

    public static string Shown(JsValue value) => value.IsNumber() ? value.AsNumber().ToString("R", CultureInfo.InvariantCulture) : value.IsBoolean() ? value.AsBoolean() ? "true" : "false" : value.ToString();
}
