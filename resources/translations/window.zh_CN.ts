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
            <source>Register at the door</source>
            <translation>现场登记</translation>
        </message>
        <message>
            <source>Print this badge</source>
            <translation>打印当前证件</translation>
        </message>
        <message>
            <source>Sounds</source>
            <translation>提示音</translation>
        </message>
        <message>
            <source>Rehearsal</source>
            <translation>演练</translation>
        </message>
        <message>
            <source>Late sign-ins from paper</source>
            <translation>补签</translation>
        </message>
    </context>
    <context>
        <name>Counter</name>
        <message>
            <source>Printing the badge of {name}…</source>
            <translation>正在打印{name}的证件…</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>现场登记</translation>
        </message>
        <message>
            <source>The badge is printed to {path}.</source>
            <translation>证件已写入 {path}。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Scan a guest first</source>
            <translation>请先扫描嘉宾</translation>
        </message>
        <message>
            <source>Print the badge of {name}</source>
            <translation>打印{name}的证件</translation>
        </message>
        <message>
            <source>Print badge</source>
            <translation>打印证件</translation>
        </message>
        <message>
            <source>Nobody is registered in a rehearsal</source>
            <translation>演练中不登记</translation>
        </message>
        <message>
            <source>{count} late sign-ins are annulled.</source>
            <translation>已撤销{count}条补签。</translation>
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
            <source>There are no guests yet. Import a list first: qhsign --event FILE import guests LIST</source>
            <translation>还没有嘉宾。请先导入名单：qhsign --event 活动文件 import guests 名单文件</translation>
        </message>
        <message>
            <source>Guest list</source>
            <translation>嘉宾名单</translation>
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
        <name>LateSheetNotice</name>
        <message>
            <source>{count} people are entered late.</source>
            <translation>已补签{count}人。</translation>
        </message>
        <message>
            <source>Reason, then Enter</source>
            <translation>原因，回车确认</translation>
        </message>
        <message>
            <source>Reason for annulling the sheet</source>
            <translation>撤销这张签到表的原因</translation>
        </message>
        <message>
            <source>Annul all</source>
            <translation>全部撤销</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>LateSheetPanel</name>
        <message>
            <source>Write the day as 2026-07-11 and the time as 19:30.</source>
            <translation>日期请写成 2026-07-11，时间请写成 19:30。</translation>
        </message>
        <message>
            <source>Enter {count} people</source>
            <translation>补签{count}人</translation>
        </message>
        <message>
            <source>{count} lines are not entered; see why below.</source>
            <translation>{count}行不补签，原因见下。</translation>
        </message>
        <message>
            <source>in since {when}</source>
            <translation>已于{when}到场</translation>
        </message>
        <message>
            <source>is in line {line} already</source>
            <translation>第{line}行已有</translation>
        </message>
        <message>
            <source>write the number: {who}</source>
            <translation>有同名，请写编号：{who}</translation>
        </message>
        <message>
            <source>is not on the list</source>
            <translation>名单上没有</translation>
        </message>
        <message>
            <source>the time cannot be, or has not come yet</source>
            <translation>时间不对，或还没到</translation>
        </message>
        <message>
            <source>Late sign-ins from paper</source>
            <translation>补签</translation>
        </message>
        <message>
            <source>Back to the scans (Esc)</source>
            <translation>回到扫描（Esc）</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Came at</source>
            <translation>到场</translation>
        </message>
        <message>
            <source>Came at, where the line has no time</source>
            <translation>到场时间，用于没写时间的行</translation>
        </message>
        <message>
            <source>For lines without a time of their own</source>
            <translation>用于没写时间的行</translation>
        </message>
        <message>
            <source>One guest a line: number or name, then the time of arrival
00012 19:40</source>
            <translation>每行一人：编号或姓名，后面写到场时间
00012 19:40</translation>
        </message>
        <message>
            <source>Lines of the sheet</source>
            <translation>签到表各行</translation>
        </message>
        <message>
            <source>Whom the lines mean</source>
            <translation>各行对应的嘉宾</translation>
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
        <name>MoreMenu</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>More of this desk</source>
            <translation>本台的更多操作</translation>
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
        <name>RehearsalMark</name>
        <message>
            <source>REHEARSAL</source>
            <translation>演练</translation>
        </message>
    </context>
    <context>
        <name>RehearsalStrip</name>
        <message>
            <source>Rehearsal: scans are kept apart and never count</source>
            <translation>演练中：扫描单独留存，永不计入实到</translation>
        </message>
        <message>
            <source>End the rehearsal</source>
            <translation>结束演练</translation>
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
        <message>
            <source>Sounds of the verdicts</source>
            <translation>签到提示音</translation>
        </message>
        <message>
            <source>This computer can only beep: every verdict sounds the same.</source>
            <translation>这台电脑只能发出系统提示音，各种结果听起来一样。</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>Soft</source>
            <translation>轻</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>中</translation>
        </message>
        <message>
            <source>Loud</source>
            <translation>响</translation>
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
        <name>WalkInPanel</name>
        <message>
            <source>Register at the door</source>
            <translation>现场登记</translation>
        </message>
        <message>
            <source>Put away (Esc)</source>
            <translation>收起（Esc）</translation>
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
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Register and check in</source>
            <translation>登记并签到</translation>
        </message>
        <message>
            <source>On the list already? Enter checks in without registering</source>
            <translation>名单上已有同名？回车直接签到，不必登记</translation>
        </message>
        <message>
            <source>Guests of that name; Enter checks in</source>
            <translation>同名嘉宾，回车签到</translation>
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
