using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>Namespaces of XForms, OpenRosa and ODK.</summary>
internal static class Namespaces
{
    public static readonly XNamespace XForms = "http://www.w3.org/2002/xforms";
    public static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace JavaRosa = "http://openrosa.org/javarosa";
    public static readonly XNamespace OpenRosa = "http://openrosa.org/xforms";
    public static readonly XNamespace Odk = "http://www.opendatakit.org/xforms";
    public static readonly XNamespace Submissions = "http://opendatakit.org/submissions";
    public static readonly XNamespace Entities = "http://www.opendatakit.org/xforms/entities";
}
