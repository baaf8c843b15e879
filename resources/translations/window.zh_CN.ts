<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CheckInPage</name>
        <message>
            <source>There is no refusal to overrule</source>
            <translation>当前没有需要放行的拒绝</translation>
        </message>
        <message>
            <source>Supervisor lets in</source>
            <translation>主管放行</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>入场</translation>
        </message>
        <message>
            <source>Exit</source>
            <translation>离场</translation>
        </message>
        <message>
            <source>No badge</source>
            <translation>没带证件</translation>
        </message>
        <message>
            <source>Last scans</source>
            <translation>最近扫描</translation>
        </message>
    </context>
    <context>
        <name>ChoosePage</name>
        <message>
            <source>{when}, taken back</source>
            <translation>{when}，已撤销</translation>
        </message>
        <message>
            <source>{when}, {new} new, {changed} changed</source>
            <translation>{when}，新增{new}，变更{changed}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take back import {number}</source>
            <translation>撤销第{number}次导入</translation>
        </message>
        <message>
            <source>Drop a list here, choose it, or paste copied rows.</source>
            <translation>把名单拖到这里、选文件，或粘贴复制的行。</translation>
        </message>
        <message>
            <source>xlsx, xls, ods, csv or rows copied from a spreadsheet, headings included</source>
            <translation>可用 xlsx、xls、ods、csv，或从表格里连同表头复制的行</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选文件…</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Ctrl+V</source>
            <translation>Ctrl+V</translation>
        </message>
        <message>
            <source>Earlier imports</source>
            <translation>以前的导入</translation>
        </message>
        <message>
            <source>Nothing has been imported yet.</source>
            <translation>还没有导入过。</translation>
        </message>
    </context>
    <context>
        <name>ColumnList</name>
        <message>
            <source>{column}, sensitive</source>
            <translation>{column}，敏感信息</translation>
        </message>
        <message>
            <source>Sensitive: written only for a stated purpose</source>
            <translation>敏感信息：须填用途才写出</translation>
        </message>
    </context>
    <context>
        <name>ColumnsPage</name>
        <message>
            <source>What column {letter} {heading} holds</source>
            <translation>{letter}列{heading}是什么</translation>
        </message>
        <message>
            <source>Not read</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Headings in row {row}, {rows} rows below</source>
            <translation>表头第{row}行，下面{rows}行</translation>
        </message>
        <message>
            <source>No headings found in {rows} rows: say what each column holds</source>
            <translation>{rows}行里没有找到表头：请逐列指定内容</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Guests</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Check-in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>Search guests</source>
            <translation>搜索嘉宾</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Last scans</source>
            <translation>最近扫描</translation>
        </message>
        <message>
            <source>No badge</source>
            <translation>没带证件</translation>
        </message>
        <message>
            <source>Entry or exit</source>
            <translation>切换入场/离场</translation>
        </message>
        <message>
            <source>Supervisor lets in</source>
            <translation>主管放行</translation>
        </message>
        <message>
            <source>Open another event file</source>
            <translation>打开其他活动文件</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>关闭窗口</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Export a list</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>Counters</name>
        <message>
            <source>{count} in the last 5 minutes</source>
            <translation>最近5分钟{count}人</translation>
        </message>
        <message>
            <source>Arrived {arrived} / {expected}</source>
            <translation>实到{arrived} / {expected}</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>应到</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>实到</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>签到率</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>qhsign has to close</source>
            <translation>程序需要关闭</translation>
        </message>
        <message>
            <source>The program has made a mistake and must close</source>
            <translation>程序出错，需要关闭</translation>
        </message>
        <message>
            <source>Everything recorded is safe in the event file. Please copy the details and send them to whoever looks after the program, then open the event again. The log is here: {path}</source>
            <translation>已记录的内容都安全保存在活动文件中。请复制详情发给维护人员，然后重新打开活动。日志位置：{path}</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Copy the details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>EventFrame</name>
        <message>
            <source>Desk 1</source>
            <translation>1号台</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Writing {name}</source>
            <translation>正在写{name}</translation>
        </message>
        <message>
            <source>Asked for because of: {columns}. The journal keeps it.</source>
            <translation>因含{columns}，用途会记入日志。</translation>
        </message>
        <message>
            <source>Needed only for columns with a lock.</source>
            <translation>只有带锁的列才需要填。</translation>
        </message>
        <message>
            <source>{rows} rows are written to {path}</source>
            <translation>已写出{rows}行：{path}</translation>
        </message>
        <message>
            <source>{count} more to look at</source>
            <translation>另有{count}处请核对</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Order of the guests</source>
            <translation>嘉宾次序</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>The {count} guests found</source>
            <translation>当前筛选的{count}人</translation>
        </message>
        <message>
            <source>All {count} guests</source>
            <translation>全部嘉宾{count}人</translation>
        </message>
        <message>
            <source>Check-ins</source>
            <translation>签到记录</translation>
        </message>
        <message>
            <source>Contracts</source>
            <translation>签约项目</translation>
        </message>
        <message>
            <source>What the file is for</source>
            <translation>这份文件用来做什么</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Space ticks; drag or Alt+arrow moves.</source>
            <translation>空格键勾选，拖动或 Alt+方向键移动。</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>FacetModel</name>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>未到</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Arrival ({activity})</source>
            <translation>到场（{activity}）</translation>
        </message>
        <message>
            <source>Arrival</source>
            <translation>到场</translation>
        </message>
    </context>
    <context>
        <name>GuestLists</name>
        <message>
            <source>Import</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Import a list of guests (Ctrl+I)</source>
            <translation>导入嘉宾名单（Ctrl+I）</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Write guests, check-ins or contracts to a file (Ctrl+E)</source>
            <translation>把嘉宾、签到或签约项目写成文件（Ctrl+E）</translation>
        </message>
    </context>
    <context>
        <name>GuestPanel</name>
        <message>
            <source>Not yet</source>
            <translation>未到</translation>
        </message>
        <message>
            <source>Latin name</source>
            <translation>外文姓名</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>邀请</translation>
        </message>
        <message>
            <source>Vetting</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Choose a guest to see the details.</source>
            <translation>选择一位嘉宾查看详情。</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>返回名单</translation>
        </message>
        <message>
            <source>Back to the list (Esc)</source>
            <translation>返回名单（Esc）</translation>
        </message>
        <message>
            <source>Guest</source>
            <translation>嘉宾</translation>
        </message>
    </context>
    <context>
        <name>GuestTableModel</name>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>未到</translation>
        </message>
    </context>
    <context>
        <name>GuestsPage</name>
        <message>
            <source>Reading the guest list…</source>
            <translation>正在读取嘉宾名单…</translation>
        </message>
        <message>
            <source>{count} people</source>
            <translation>共{count}人</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>命中{count}人</translation>
        </message>
        <message>
            <source>All guests are shown</source>
            <translation>显示全部嘉宾</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>No guest is found for “{query}”.</source>
            <translation>没有找到“{query}”。</translation>
        </message>
        <message>
            <source>No guest is found with these filters.</source>
            <translation>没有符合筛选条件的嘉宾。</translation>
        </message>
        <message>
            <source>Order: {order}</source>
            <translation>次序 {order}</translation>
        </message>
        <message>
            <source>In the order of: {order}</source>
            <translation>以{order}为序</translation>
        </message>
        <message>
            <source>Guests</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Name, pinyin, initials, organization, number</source>
            <translation>姓名、拼音、首字母、单位、编号</translation>
        </message>
        <message>
            <source>Search guests</source>
            <translation>搜索嘉宾</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Guest list</source>
            <translation>嘉宾名单</translation>
        </message>
        <message>
            <source>There are no guests yet. Import a list first.</source>
            <translation>还没有嘉宾。先导入名单。</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入名单</translation>
        </message>
    </context>
    <context>
        <name>IdlePrompt</name>
        <message>
            <source>Last: {what} {time}</source>
            <translation>上一次：{what} {time}</translation>
        </message>
        <message>
            <source>There are no activities yet</source>
            <translation>还没有活动</translation>
        </message>
        <message>
            <source>Add one first: qhsign --event FILE activity set NAME invited=all</source>
            <translation>请先添加活动：qhsign --event 活动文件 activity set 名称 invited=all</translation>
        </message>
        <message>
            <source>Ready to scan</source>
            <translation>请扫描证件</translation>
        </message>
        <message>
            <source>Without a badge: press F3 and search by name.</source>
            <translation>没带证件的嘉宾，按F3按姓名查找。</translation>
        </message>
    </context>
    <context>
        <name>ImportWizard</name>
        <message>
            <source>Lists (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;All files (*)</source>
            <translation>名单 (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Choose a list</source>
            <translation>选名单</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>{name} to mend.xlsx</source>
            <translation>{name}（请改）.xlsx</translation>
        </message>
        <message>
            <source>Write the marked list</source>
            <translation>写出标记好的名单</translation>
        </message>
        <message>
            <source>{cells} cells in {rows} rows are marked in {path}</source>
            <translation>已标出{rows}行{cells}格：{path}</translation>
        </message>
        <message>
            <source>Writing the marked list</source>
            <translation>正在写标记好的名单</translation>
        </message>
        <message>
            <source>Reading the list</source>
            <translation>正在读名单</translation>
        </message>
        <message>
            <source>Comparing the list with the event</source>
            <translation>正在与现有嘉宾比对</translation>
        </message>
        <message>
            <source>Importing the list</source>
            <translation>正在导入</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close the import</source>
            <translation>关闭导入</translation>
        </message>
        <message>
            <source>File</source>
            <translation>选文件</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>工作表与列</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>应用</translation>
        </message>
    </context>
    <context>
        <name>ListDesk</name>
        <message>
            <source>Import {number} is taken back; {kept} changed since stay.</source>
            <translation>第{number}次导入已撤销，之后又有改动的{kept}人保留。</translation>
        </message>
        <message>
            <source>Import {number} is taken back.</source>
            <translation>第{number}次导入已撤销。</translation>
        </message>
        <message>
            <source>Import {number}: {new} new guests, {changed} changed.</source>
            <translation>第{number}次导入：新增{new}人，变更{changed}人。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>ListWords</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Latin name</source>
            <translation>外文姓名</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Form of address</source>
            <translation>称谓</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Organization and title</source>
            <translation>单位及职务</translation>
        </message>
        <message>
            <source>Title and name</source>
            <translation>职务姓名</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>邀请状态</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>贵宾</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Number of people</source>
            <translation>人数</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家或地区</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件类型</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>参加活动</translation>
        </message>
        <message>
            <source>Arrival</source>
            <translation>抵达时间</translation>
        </message>
        <message>
            <source>Departure</source>
            <translation>离开时间</translation>
        </message>
        <message>
            <source>Lodging</source>
            <translation>住宿</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>座位</translation>
        </message>
        <message>
            <source>Liaison</source>
            <translation>联络员</translation>
        </message>
        <message>
            <source>Diet</source>
            <translation>饮食</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Making the demo event…</source>
            <translation>正在生成演示活动…</translation>
        </message>
        <message>
            <source>Event files</source>
            <translation>活动文件</translation>
        </message>
        <message>
            <source>Open an event file</source>
            <translation>打开活动文件</translation>
        </message>
    </context>
    <context>
        <name>MappingStrip</name>
        <message>
            <source>{letter} {heading}</source>
            <translation>{letter}列 {heading}</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>关闭提示</translation>
        </message>
    </context>
    <context>
        <name>OverrideBar</name>
        <message>
            <source>A supervisor may let this person in with a reason</source>
            <translation>主管写明原因即可放行，本次扫描与放行一并记入日志</translation>
        </message>
        <message>
            <source>Identity checked</source>
            <translation>本人已核对</translation>
        </message>
        <message>
            <source>Badge left behind</source>
            <translation>新证未带</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>放行原因</translation>
        </message>
        <message>
            <source>Reason for letting in</source>
            <translation>放行原因</translation>
        </message>
        <message>
            <source>Record and let in</source>
            <translation>记录并放行</translation>
        </message>
    </context>
    <context>
        <name>PreviewModel</name>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>{old} becomes {new}</source>
            <translation>{old}改为{new}</translation>
        </message>
    </context>
    <context>
        <name>PreviewPage</name>
        <message>
            <source>Old value above, new value below</source>
            <translation>旧值在上，新值在下</translation>
        </message>
        <message>
            <source>Nothing is wrong with this list.</source>
            <translation>这份名单没有问题。</translation>
        </message>
        <message>
            <source>No guest on this list is new.</source>
            <translation>名单上没有新增的嘉宾。</translation>
        </message>
        <message>
            <source>This list changes no guest.</source>
            <translation>这份名单没有改动任何嘉宾。</translation>
        </message>
        <message>
            <source>No guest stays as before.</source>
            <translation>没有不变的嘉宾。</translation>
        </message>
        <message>
            <source>No new guest bears the name of one who is there.</source>
            <translation>新增的嘉宾里没有与现有嘉宾同名的。</translation>
        </message>
        <message>
            <source>Nobody of the list before is missing.</source>
            <translation>上一份名单里的人都还在。</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>Suspected twice</source>
            <translation>疑似重复</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>消失</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>有问题</translation>
        </message>
        <message>
            <source>{count} found, {errors} not taken</source>
            <translation>{count}处，{errors}处未导入</translation>
        </message>
        <message>
            <source>Sheet “{sheet}”, headings in row {row}</source>
            <translation>工作表“{sheet}”，表头第{row}行</translation>
        </message>
        <message>
            <source>{rows} rows read</source>
            <translation>读入{rows}行</translation>
        </message>
        <message>
            <source>Change columns</source>
            <translation>改列对应</translation>
        </message>
        <message>
            <source>Marked list…</source>
            <translation>导出标记…</translation>
        </message>
        <message>
            <source>Write the list with its problems marked, to send back</source>
            <translation>把问题标在名单上存成文件，退给对方</translation>
        </message>
        <message>
            <source>What the import would do</source>
            <translation>导入预览</translation>
        </message>
        <message>
            <source>Problems of the list</source>
            <translation>名单的问题</translation>
        </message>
    </context>
    <context>
        <name>ProblemModel</name>
        <message>
            <source>The whole list</source>
            <translation>整份名单</translation>
        </message>
        <message>
            <source>Row {row}, column {letter} {heading}</source>
            <translation>第{row}行 {letter}列 {heading}</translation>
        </message>
        <message>
            <source>Row {row}</source>
            <translation>第{row}行</translation>
        </message>
    </context>
    <context>
        <name>ProgressDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>about {count} s left</source>
            <translation>约还要{count}秒</translation>
        </message>
        <message>
            <source>about {count} min left</source>
            <translation>约还要{count}分钟</translation>
        </message>
        <message>
            <source>{count}, {left}</source>
            <translation>{count}，{left}</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Screens</source>
            <translation>界面</translation>
        </message>
    </context>
    <context>
        <name>ScanDelegate</name>
        <message>
            <source>Reason for annulling, then Enter</source>
            <translation>写明撤销原因，按回车</translation>
        </message>
        <message>
            <source>Reason for annulling</source>
            <translation>撤销原因</translation>
        </message>
        <message>
            <source>Annulled</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>No guest</source>
            <translation>未识别</translation>
        </message>
        <message>
            <source>Annul</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>ScanField</name>
        <message>
            <source>Scan a badge</source>
            <translation>请扫描证件</translation>
        </message>
        <message>
            <source>Scan field</source>
            <translation>扫描框</translation>
        </message>
        <message>
            <source>Keystrokes always land here; no need to click</source>
            <translation>键盘输入总会落在这里，不必点击</translation>
        </message>
        <message>
            <source>Input method off</source>
            <translation>输入法已关闭</translation>
        </message>
    </context>
    <context>
        <name>ScanListModel</name>
        <message>
            <source>Annulled</source>
            <translation>已撤销</translation>
        </message>
    </context>
    <context>
        <name>SettingsPopover</name>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Name of this desk</source>
            <translation>本台名称</translation>
        </message>
        <message>
            <source>For example: East gate 3</source>
            <translation>例如：东门3号台</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>High contrast, white</source>
            <translation>高对比（白底）</translation>
        </message>
        <message>
            <source>High contrast, black</source>
            <translation>高对比（黑底）</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
    </context>
    <context>
        <name>SideColumn</name>
        <message>
            <source>Choose the guest and press Enter</source>
            <translation>选中嘉宾，核对本人后按回车签到</translation>
        </message>
        <message>
            <source>No guest is found for “{query}”.</source>
            <translation>没有找到“{query}”。</translation>
        </message>
        <message>
            <source>Last scans</source>
            <translation>最近扫描</translation>
        </message>
        <message>
            <source>Find a guest</source>
            <translation>查找嘉宾</translation>
        </message>
        <message>
            <source>Find a guest without a badge</source>
            <translation>查找没带证件的嘉宾</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>No badge</source>
            <translation>没带证件</translation>
        </message>
        <message>
            <source>Name, pinyin, initials, phone tail</source>
            <translation>姓名、拼音、首字母、手机尾号</translation>
        </message>
        <message>
            <source>No scans here yet.</source>
            <translation>本活动还没有扫描记录。</translation>
        </message>
        <message>
            <source>Last scans; Delete annuls</source>
            <translation>最近扫描，按Delete键撤销</translation>
        </message>
        <message>
            <source>Guests found; Enter checks in</source>
            <translation>查到的嘉宾，按回车签到</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>qhsign</source>
            <translation>青洽会签约礼宾</translation>
        </message>
        <message>
            <source>Guests and check-in for a fair and its signing ceremonies. One event, one file.</source>
            <translation>会展与签约仪式的嘉宾和签到。一届活动，一个文件。</translation>
        </message>
        <message>
            <source>Go on with {file}</source>
            <translation>继续：{file}</translation>
        </message>
        <message>
            <source>Open an event file…</source>
            <translation>打开活动文件…</translation>
        </message>
        <message>
            <source>Open the demo event</source>
            <translation>打开演示活动</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>No activity</source>
            <translation>没有活动</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Demo data</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>Settings (Ctrl+,)</source>
            <translation>设置（Ctrl+,）</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>签到台</translation>
        </message>
    </context>
    <context>
        <name>VerdictBody</name>
        <message>
            <source>VIP arrival</source>
            <translation>贵宾到场</translation>
        </message>
    </context>
    <context>
        <name>VerdictPanel</name>
        <message>
            <source>Waiting for a scan</source>
            <translation>等待扫描</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>座位</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Do not let in yet</source>
            <translation>请先不要放行</translation>
        </message>
        <message>
            <source>Check the person</source>
            <translation>请核对本人</translation>
        </message>
        <message>
            <source>Please wait</source>
            <translation>请嘉宾稍候</translation>
        </message>
        <message>
            <source>Ask the supervisor</source>
            <translation>请找主管</translation>
        </message>
        <message>
            <source>Show the way</source>
            <translation>请引导嘉宾</translation>
        </message>
        <message>
            <source>Scan the entry first</source>
            <translation>请先补扫入场</translation>
        </message>
        <message>
            <source>Scan again</source>
            <translation>请重新扫描</translation>
        </message>
        <message>
            <source>Let in by supervisor</source>
            <translation>主管放行</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>没有记录</translation>
        </message>
    </context>
    <context>
        <name>WizardFoot</name>
        <message>
            <source>{count} new</source>
            <translation>新增 {count}</translation>
        </message>
        <message>
            <source>{count} changed</source>
            <translation>变更 {count}</translation>
        </message>
        <message>
            <source>{count} suspected twice</source>
            <translation>疑似重复 {count}</translation>
        </message>
        <message>
            <source>The rest stays as it is</source>
            <translation>其余不动</translation>
        </message>
        <message>
            <source>One undo takes it back</source>
            <translation>应用后可一次撤销</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Import {count}</source>
            <translation>应用{count}项</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Guest</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Delegate</source>
            <translation>代表</translation>
        </message>
        <message>
            <source>Exhibitor</source>
            <translation>参展商</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>媒体</translation>
        </message>
        <message>
            <source>Signatory</source>
            <translation>签约代表</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>工作人员</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>拟邀</translation>
        </message>
        <message>
            <source>Invited</source>
            <translation>已邀</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>谢绝</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>不通过</translation>
        </message>
        <message>
            <source>Surname strokes</source>
            <translation>姓氏笔画</translation>
        </message>
        <message>
            <source>Full-name strokes</source>
            <translation>姓名笔画</translation>
        </message>
        <message>
            <source>Pinyin</source>
            <translation>拼音</translation>
        </message>
        <message>
            <source>Precedence</source>
            <translation>礼宾次序</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国别</translation>
        </message>
        <message>
            <source>As arranged</source>
            <translation>手工排序</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>贵宾</translation>
        </message>
    </context>
    <context>
        <name>_NoBadgeDelegate</name>
        <message>
            <source>In {time}</source>
            <translation>{time}已到</translation>
        </message>
        <message>
            <source>Check in</source>
            <translation>签到</translation>
        </message>
    </context>
</TS>
