namespace Vaka.Standards.Tests.XForms.Programs;

/// <summary>An invented form of the fictional state Motu that uses what the light client must do.</summary>
internal static class MotuForm
{
    public const string Xml = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms">
          <h:head><h:title>Household of Motu</h:title><model>
            <itext>
              <translation lang="English (en)" default="true()">
                <text id="name:label"><value>Who lives here?</value></text><text id="age:label"><value>How old is <output value=" /house/person/name "/>?</value></text>
                <text id="age:c"><value>Nobody is older than 120.</value></text><text id="yes"><value>Yes</value></text><text id="no"><value>No</value></text>
                <text id="sulu"><value>Sulu Bay</value></text><text id="tora"><value>Tora Point</value></text>
              </translation>
              <translation lang="Français (fr)">
                <text id="name:label"><value>Qui vit ici ?</value></text><text id="age:label"><value>Quel âge a <output value=" /house/person/name "/> ?</value></text>
                <text id="age:c"><value>Personne n’a plus de 120 ans.</value></text><text id="yes"><value>Oui</value></text><text id="no"><value>Non</value></text>
                <text id="sulu"><value>Baie de Sulu</value></text><text id="tora"><value>Pointe Tora</value></text>
              </translation>
            </itext>
            <instance><house id="motu_house" version="7">
              <start/><end/><device/>
              <island/><village/><village_name/>
              <person jr:template=""><number/><name/><age/><school>yes</school><school_name/><pet jr:template=""><kind/></pet></person>
              <person><number/><name/><age/><school>yes</school><school_name/></person>
              <adults/><oldest/><first_age/><seen/><changed/><moved/><token/>
              <orx:meta><orx:instanceID/><orx:instanceName/></orx:meta>
            </house></instance>
            <instance id="villages"><root>
              <item><name>s</name><itextId>sulu</itextId><island>north</island></item><item><name>t</name><itextId>tora</itextId><island>south</island></item>
            </root></instance>
            <instance id="fares" src="jr://file-csv/fares.csv"/>
            <bind nodeset="/house/start" type="dateTime" jr:preload="timestamp" jr:preloadParams="start"/>
            <bind nodeset="/house/end" type="dateTime" jr:preload="timestamp" jr:preloadParams="end"/>
            <bind nodeset="/house/device" jr:preload="property" jr:preloadParams="deviceid"/>
            <bind nodeset="/house/village" required="true()"/>
            <bind nodeset="/house/village_name" calculate="jr:choice-name( /house/village , ' /house/village ')"/>
            <bind nodeset="/house/person/number" type="int" calculate="position(..)"/>
            <bind nodeset="/house/person/age" type="int" constraint=". &gt;= 0 and . &lt;= 120" jr:constraintMsg="jr:itext('age:c')" required=" /house/person/name != ''"/>
            <bind nodeset="/house/person/school" relevant=" /house/person/age &lt; 18"/>
            <bind nodeset="/house/person/school_name" relevant=" /house/person/school = 'yes'"/>
            <bind nodeset="/house/adults" type="int" calculate="count( /house/person [age &gt;= 18])"/>
            <bind nodeset="/house/oldest" type="int" calculate="max( /house/person/age )"/>
            <bind nodeset="/house/first_age" calculate="indexed-repeat( /house/person/age , /house/person , 1)"/>
            <bind nodeset="/house/changed" type="int"/>
            <bind nodeset="/house/moved" type="decimal" calculate="pulldata('fares', 'fare', 'village', /house/village ) * 2"/>
            <bind nodeset="/house/token" calculate="once(uuid(8))"/>
            <bind nodeset="/house/orx:meta/orx:instanceID" jr:preload="uid"/>
            <bind nodeset="/house/orx:meta/orx:instanceName" calculate="concat('House in ', /house/village_name )"/>
            <setvalue event="odk-instance-first-load" ref="/house/seen" value="format-date(today(), '%Y')"/>
          </model></h:head>
          <h:body>
            <select1 ref="/house/island"><label>Island</label><item><label>North</label><value>north</value></item><item><label>South</label><value>south</value></item></select1>
            <select1 ref="/house/village" appearance="minimal"><label>Village</label><itemset nodeset="instance('villages')/root/item[island = /house/island ]"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset>
              <setvalue event="xforms-value-changed" ref="/house/changed" value="coalesce( /house/changed , 0) + 1"/></select1>
            <group ref="/house/person"><label>Person</label><repeat nodeset="/house/person">
              <setvalue event="odk-new-repeat odk-instance-first-load" ref="/house/person/name" value="concat('Person ', position(..))"/>
              <input ref="/house/person/name"><label ref="jr:itext('name:label')"/></input>
              <input ref="/house/person/age"><label ref="jr:itext('age:label')"/></input>
              <select1 ref="/house/person/school"><label>Goes to school?</label><item><label ref="jr:itext('yes')"/><value>yes</value></item><item><label ref="jr:itext('no')"/><value>no</value></item></select1>
              <input ref="/house/person/school_name"><label>Name of the school</label></input>
              <group ref="/house/person/pet"><label>Pet</label><repeat nodeset="/house/person/pet"><input ref="/house/person/pet/kind"><label>Kind</label></input></repeat></group>
            </repeat></group>
          </h:body>
        </h:html>
        """;

    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>(StringComparer.Ordinal) { ["fares.csv"] = "village,fare\r\ns,\"1,000\"\r\nt,12.5\r\n" };
}
