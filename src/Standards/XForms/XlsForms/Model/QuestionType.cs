namespace Vaka.XForms.XlsForms;

/// <summary>What a type of question binds and shows.</summary>
/// <param name="Name">Name of the type.</param>
/// <param name="Tag">Element of the body; null when nothing is shown.</param>
/// <param name="Bind">Attributes of the bind.</param>
/// <param name="Media">Media type of an upload.</param>
/// <param name="Hint">Hint where the author gives none.</param>
internal sealed record QuestionType(string Name, string? Tag, IReadOnlyList<KeyValuePair<string, string>> Bind, string? Media = null, string? Hint = null)
{
    private static readonly Dictionary<string, QuestionType> All = Make();

    /// <summary>Names that mean another type before anything else is asked of them.</summary>
    public static string Plain(string name) => name switch
    {
        "imei" => "deviceid",
        "image" or "add image prompt" or "add photo prompt" => "photo",
        "add audio prompt" => "audio",
        "add video prompt" => "video",
        "add file prompt" => "file",
        _ => name,
    };

    public static QuestionType? Named(string name) => All.GetValueOrDefault(name);

    private static Dictionary<string, QuestionType> Make()
    {
        var all = new Dictionary<string, QuestionType>(StringComparer.Ordinal);
        void Add(string names, string? tag, string? type, string? media = null, string? hint = null, params (string, string)[] more)
        {
            var bind = more.Select(m => KeyValuePair.Create(m.Item1, m.Item2));
            if (type is not null) bind = bind.Prepend(KeyValuePair.Create("type", type));
            foreach (var name in names.Split(',')) all[name] = new(name, tag, [.. bind], media, hint);
        }
        void Preload(string names, string type, string preload, string parameters) =>
            Add(names, null, type, more: [("jr:preload", preload), ("jr:preloadParams", parameters)]);

        Add("text,string,q string,add text prompt", "input", "string");
        Add("int,integer,q int,add integer prompt", "input", "int");
        Add("decimal,q decimal,add decimal prompt", "input", "decimal");
        Add("date,q date,add date prompt", "input", "date");
        Add("time", "input", "time");
        Add("dateTime,datetime,date time,q dateTime,q date time,add dateTime prompt,add date time prompt", "input", "dateTime");
        Add("note,q note,add note prompt", "input", "string", more: ("readonly", "true()"));
        Add("geopoint,gps,location,q geopoint,q location,add location prompt", "input", "geopoint");
        Add("geoshape,q geoshape", "input", "geoshape");
        Add("geotrace,q geotrace", "input", "geotrace");
        Add("barcode,q barcode,add barcode prompt", "input", "barcode");
        Add("percentage", "input", "int", more: ("constraint", "0 <= . and . <= 100"));
        Add("number of days in last month", "input", "int", hint: "Enter a number 0-31.", more: ("constraint", "0 <= . and . <= 31"));
        Add("number of days in last six months", "input", "int", hint: "Enter a number 0-183.", more: ("constraint", "0 <= . and . <= 183"));
        Add("number of days in last year", "input", "int", hint: "Enter a number 0-365.", more: ("constraint", "0 <= . and . <= 365"));
        Add("phone number", "input", "string", hint: "Enter numbers only.", more: ("constraint", "regex(., '^\\d*$')"));
        Add("select one external", "input", "string");
        Add("select one,select one using,add select one prompt using,q select1", "select1", "string");
        Add("select all that apply,select all that apply from,select multiple from,select multiple using,add select multiple prompt using,q select", "select", "string");
        Add("rank", "odk:rank", "odk:rank");
        Add("acknowledge,q acknowledge,add acknowledge prompt", "trigger", "string");
        Add("trigger", "trigger", null);
        Add("photo,image,q picture,q image,add image prompt", "upload", "binary", "image/*");
        Add("audio,q audio,add audio prompt", "upload", "binary", "audio/*");
        Add("video,q video,add video prompt", "upload", "binary", "video/*");
        Add("file,add file prompt", "upload", "binary", "application/*");
        Add("osm", "upload", "binary", "osm/*");
        Add("range", "range", "int");
        Add("calculate,hidden,q calculate,add calculate prompt", null, "string");
        Add("audit", null, "binary");
        Add("start-geopoint", "action", "geopoint");
        Add("background-audio", "action", "binary");
        Add("background-geopoint", "trigger", "geopoint");
        Preload("start,start time,get start time", "dateTime", "timestamp", "start");
        Preload("end,end time,get end time", "dateTime", "timestamp", "end");
        Preload("today,get today", "date", "date", "today");
        Preload("deviceid,imei,device id,get device id", "string", "property", "deviceid");
        Preload("subscriberid,subscriber id,get subscriber id", "string", "property", "subscriberid");
        Preload("simserial,sim id,get sim id", "string", "property", "simserial");
        Preload("phonenumber,get phone number", "string", "property", "phonenumber");
        foreach (var name in (string[])["username", "email", "uri:subscriberid", "uri:phonenumber", "uri:simserial", "uri:deviceid", "uri:username", "uri:email"])
            Preload(name, "string", "property", name);
        return all;
    }
}
